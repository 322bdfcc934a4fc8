"""Who came, as a workbook for the organiser."""

from __future__ import annotations

from io import BytesIO
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
from sinetra.web.public.rulebook_files import XLSX, as_text
from sinetra.web.staff.prevention.attendance.words import WAYS

WIDTHS = (34, 22, 40, 26, 26, 14, 34, 18, 18)


@staff("attendance.export")
def attendance_xlsx(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A sheet with the people, one that says what it is. Numbers of the register stay in the register."""
    from openpyxl import Workbook

    session = rows_of.session(request.actor, pk)
    rows = export_attendance(session=session, actor=request.actor)
    book = Workbook(write_only=True)
    table = book.create_sheet(_("Hadir"))
    table.freeze_panes = "B2"
    for number, width in enumerate(WIDTHS):
        table.column_dimensions[chr(ord("A") + number)].width = width
    heads = [_("Nama"), _("NIP belum dicocokkan"), _("Unit"), _("Status"), _("Jabatan"), _("Cara"), _("Waktu")]
    table.append([*heads, _("Di luar undangan"), _("Register")])
    for row in rows:
        table.append([as_text(cell) for cell in _cells(row)])
    about = book.create_sheet(_("Keterangan"))
    about.column_dimensions["B"].width = 80
    for pair in session_pairs(session):
        about.append([as_text(pair.term), as_text(str(pair.value))])
    about.append([_("Untuk panitia"), _("Daftar ini memuat nama orang. Jangan disebarkan.")])
    out = BytesIO()
    book.save(out)
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="hadir-{session.day}-{session.place}.xlsx"'
    return answer


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
