"""Circulars as they stand in the register: written here, and known from the press."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.circular_view import law_lines, state_of
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activities import from_press
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said


def circular_columns() -> list[Column]:
    words = (_("Tentang"), _("Nomor"), _("Keadaan"), _("Tanggal"), _("Mencakup non-ASN"), _("Hukumnya"))
    return [Column(text=text) for text in words]


@staff("activity.read")
def circulars(request: StaffRequest) -> HttpResponse:
    new = Link(text=_("Tulis edaran"), url=reverse("new_circular"))
    pattern = Link(text=_("Pola nomor"), url=reverse("circular_pattern"))
    writes = may(request.actor, "circular.write")
    listed = table(
        request,
        rows_of.circulars(request.actor),
        caption=_("Surat edaran, yang terakhir dicatat di atas"),
        columns=circular_columns(),
        cells=circular_cells,
        empty=(_("Belum ada surat edaran"), _("Tulis edaran dari templat, atau kukuhkan peristiwa dari berita.")),
        empty_link=None if writes else from_press(),
    )
    context = {
        "table": listed,
        "tabs": tabs(request.actor, "circulars"),
        "title": _("Surat edaran"),
        "actions": [new, pattern] if writes else [],
    }
    return render(request, "staff/prevention/list.html", context)


def circular_cells(row: Circular) -> list[Cell]:
    covers = {True: _("ya"), False: _("tidak"), None: _("tidak disebut")}[row.covers_non_asn]
    word, sentiment = state_of(row)
    changed = row.state == Circular.State.PUBLISHED and bool(law_lines(row, today(row.region_id)))
    return [
        Cell(text=row.title or row.number, url=reverse("circular", args=[row.pk])),
        Cell(text=row.number or _("belum bernomor")),
        Cell(text=word, sentiment=sentiment),
        Cell(text=day_said(row.issued_on)),
        Cell(text=covers),
        Cell(text=_("berubah") if changed else "–", sentiment="attention" if changed else ""),
    ]
