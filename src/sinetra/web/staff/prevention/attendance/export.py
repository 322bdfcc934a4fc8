"""Who came, as a workbook for the organiser."""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.prevention.actions.export_attendance import export_attendance
from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.apps.prevention.session_time import zone
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.public.participation.session_facts import session_pairs
from sinetra.web.staff.prevention.attendance.words import WAYS
from sinetra.web.workbook import Sheet, workbook_response

WIDTHS = (34, 22, 40, 26, 26, 14, 34, 18, 18)


@staff("attendance.export")
def attendance_xlsx(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A sheet with the people, one that says what it is. Numbers of the register stay in the register."""
    session = rows_of.session(request.actor, pk)
    rows = export_attendance(session=session, actor=request.actor)
    heads = [_("Nama"), _("NIP belum dicocokkan"), _("Unit"), _("Status"), _("Jabatan"), _("Cara"), _("Waktu")]
    heads += [_("Di luar undangan"), _("Register")]
    people = Sheet(title=_("Hadir"), rows=chain([heads], map(_cells, rows)), widths=WIDTHS, freeze="B2")
    told = [[pair.term, str(pair.value)] for pair in session_pairs(session)]
    told.append([_("Untuk panitia"), _("Daftar ini memuat nama orang. Jangan disebarkan.")])
    about = Sheet(title=_("Keterangan"), rows=told, widths=(0, 80))
    return workbook_response(f"hadir-{session.day}-{session.place}.xlsx", people, about)


def _cells(row: Attendance) -> list[str]:
    return [
        row.name,
        row.number,
        row.unit_text,
        str(STATUSES.get(row.status, "")),
        str(POSITIONS.get(row.position, "")),
        str(WAYS[Attendance.Way(row.way)]),
        instant_text(row.came_at, zone(row.session), get_language() or "id"),
        _("ya") if row.is_walk_in else _("tidak"),
        _("cocok") if row.person_id else _("tidak ada"),
    ]
