"""Circulars as they stand in the register."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activities import from_press
from sinetra.web.staff.prevention.tabs import tabs


@staff("activity.read")
def circulars(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        rows_of.circulars(request.actor),
        caption=_("Surat edaran, yang terakhir dicatat di atas"),
        columns=[
            Column(text=_("Nomor")),
            Column(text=_("Tentang")),
            Column(text=_("Tempat")),
            Column(text=_("Mencakup non-ASN")),
        ],
        cells=circular_cells,
        empty=(_("Belum ada surat edaran"), _("Nomor surat edaran dibaca dari berita dan dicatat setelah dikukuhkan.")),
        empty_link=from_press(),
    )
    context = {"table": listed, "tabs": tabs(request.actor, "circulars"), "title": _("Surat edaran")}
    return render(request, "staff/prevention/list.html", context)


def circular_cells(row: Circular) -> list[Cell]:
    covers = {True: _("ya"), False: _("tidak"), None: _("tidak disebut")}[row.covers_non_asn]
    return [
        Cell(text=row.number, url=reverse("story", args=[row.story_id]) if row.story_id else ""),
        Cell(text=row.title or "–"),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=covers),
    ]
