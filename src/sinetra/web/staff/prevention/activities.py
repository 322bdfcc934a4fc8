"""Activities as they stand in the register, and one of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.attendance.links import attendance_links
from sinetra.web.staff.prevention.tabs import tabs

KINDS = {
    Activity.Kind.SOCIALISATION: gettext_lazy("Sosialisasi"),
    Activity.Kind.COORDINATION: gettext_lazy("Rapat koordinasi"),
    Activity.Kind.VISIT: gettext_lazy("Kunjungan ke unit"),
    Activity.Kind.ASSEMBLY: gettext_lazy("Apel dengan ikrar"),
    Activity.Kind.ONLINE: gettext_lazy("Daring"),
}


def day_said(day: date | None) -> str:
    return day_text(day, get_language() or "id") if day else _("tidak disebut")


def from_press() -> Link:
    return Link(text=_("Buka artikel"), url=reverse("articles"))


@staff("activity.read")
def activities(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        rows_of.activities(request.actor),
        caption=_("Kegiatan, yang terakhir dicatat di atas"),
        columns=[
            Column(text=_("Kegiatan")),
            Column(text=_("Jenis")),
            Column(text=_("Tanggal")),
            Column(text=_("Tempat")),
            Column(text=_("Peserta"), number=True),
        ],
        cells=activity_cells,
        empty=(
            _("Belum ada kegiatan"),
            _("Kukuhkan peristiwa dari berita; kegiatannya tercatat di sini dengan sumbernya."),
        ),
        empty_link=from_press(),
    )
    context = {"table": listed, "tabs": tabs(request.actor, "activities"), "title": _("Kegiatan")}
    return render(request, "staff/prevention/list.html", context)


def activity_cells(row: Activity) -> list[Cell]:
    return [
        Cell(text=row.title, url=reverse("activity", args=[row.pk])),
        Cell(text=str(KINDS[Activity.Kind(row.kind)])),
        Cell(text=day_said(row.starts_on)),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=_participants(row)),
    ]


def _participants(row: Activity) -> str:
    if row.participants is None:
        return "–"
    number = number_text(row.participants, get_language() or "id")
    return _("sekitar %(n)s") % {"n": number} if row.participants_approximate else number


@staff("activity.read")
def activity(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    said = [
        (_("Jenis"), KINDS[Activity.Kind(row.kind)]),
        (_("Tanggal"), day_said(row.starts_on)),
        (_("Lama"), _("%(n)s hari") % {"n": row.duration_days} if row.duration_days else ""),
        (_("Tempat"), str(row.region) if row.region else ""),
        (_("Lokasi"), "; ".join(row.venues)),
        (_("Penyelenggara"), row.organiser),
        (_("Tema"), row.theme),
        (_("Unit"), "; ".join(row.units)),
        (_("Narasumber"), "; ".join(row.speakers)),
        (_("Sasaran"), "; ".join(row.audience)),
        (_("Peserta"), _participants(row)),
        (_("Mencakup non-ASN"), {True: _("ya"), False: _("tidak"), None: ""}[row.covers_non_asn]),
    ]
    pairs = [Pair(term=term, value=str(value)) for term, value in said if str(value) not in {"", "–"}]
    if row.story is not None:
        pairs.append(
            Pair(term=_("Sumber"), value=_("peristiwa dari berita"), url=reverse("story", args=[row.story.pk]))
        )
    context = {"activity": row, "pairs": pairs, "attendance_links": attendance_links(request.actor, row)}
    return render(request, "staff/prevention/activity.html", context)
