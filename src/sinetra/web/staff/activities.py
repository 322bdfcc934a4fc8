"""Activities, circulars and agreements as they stand in the registers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sinetra.apps.coordination.models import Agreement
from sinetra.apps.coordination.selectors import agreements as agreement_rows
from sinetra.apps.prevention import selectors
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.lists import table

KINDS = {
    Activity.Kind.SOCIALISATION: gettext_lazy("Sosialisasi"),
    Activity.Kind.COORDINATION: gettext_lazy("Rapat koordinasi"),
}


def _day(day: date | None) -> str:
    return day_text(day, get_language() or "id") if day else _("tidak disebut")


def _from_press() -> Link:
    return Link(text=_("Buka artikel"), url=reverse("articles"))


@staff("activity.read")
def activities(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        selectors.activities(request.actor),
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
        empty_link=_from_press(),
    )
    return render(
        request, "staff/activities/list.html", {"table": listed, "section": "activities", "title": _("Kegiatan")}
    )


def activity_cells(row: Activity) -> list[Cell]:
    return [
        Cell(text=row.title, url=reverse("activity", args=[row.pk])),
        Cell(text=str(KINDS[Activity.Kind(row.kind)])),
        Cell(text=_day(row.starts_on)),
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
    row = selectors.activity(request.actor, pk)
    said = [
        (_("Jenis"), KINDS[Activity.Kind(row.kind)]),
        (_("Tanggal"), _day(row.starts_on)),
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
    return render(request, "staff/activities/activity.html", {"activity": row, "pairs": pairs})


@staff("activity.read")
def circulars(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        selectors.circulars(request.actor),
        caption=_("Surat edaran, yang terakhir dicatat di atas"),
        columns=[
            Column(text=_("Nomor")),
            Column(text=_("Tentang")),
            Column(text=_("Tempat")),
            Column(text=_("Mencakup non-ASN")),
        ],
        cells=circular_cells,
        empty=(_("Belum ada surat edaran"), _("Nomor surat edaran dibaca dari berita dan dicatat setelah dikukuhkan.")),
        empty_link=_from_press(),
    )
    return render(
        request, "staff/activities/list.html", {"table": listed, "section": "circulars", "title": _("Surat edaran")}
    )


def circular_cells(row: Circular) -> list[Cell]:
    covers = {True: _("ya"), False: _("tidak"), None: _("tidak disebut")}[row.covers_non_asn]
    return [
        Cell(text=row.number, url=reverse("story", args=[row.story_id]) if row.story_id else ""),
        Cell(text=row.title or "–"),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=covers),
    ]


@staff("activity.read")
def agreements(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        agreement_rows(request.actor),
        caption=_("Kesepakatan, yang terakhir dicatat di atas"),
        columns=[
            Column(text=_("Para pihak")),
            Column(text=_("Isi")),
            Column(text=_("Tempat")),
            Column(text=_("Ditandatangani")),
        ],
        cells=_agreement_cells,
        empty=(_("Belum ada kesepakatan"), _("Nota kesepahaman dibaca dari berita dan dicatat setelah dikukuhkan.")),
        empty_link=_from_press(),
    )
    return render(
        request, "staff/activities/list.html", {"table": listed, "section": "agreements", "title": _("Kesepakatan")}
    )


def _agreement_cells(row: Agreement) -> list[Cell]:
    return [
        Cell(text=row.title, url=reverse("story", args=[row.story_id]) if row.story_id else ""),
        Cell(text="; ".join(row.covers) or "–"),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=_day(row.signed_on)),
    ]
