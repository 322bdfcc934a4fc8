"""Agreements as they stand in the register."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.agreements.selectors import agreements as agreement_rows
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activities import from_press
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said

#: What an agreement is about, by the code of the rules that read articles.
COVERS = {
    "giving data": _lazy("pemberian data"),
    "sanctioning": _lazy("penjatuhan sanksi"),
    "supervision": _lazy("pengawasan"),
    "prevention": _lazy("pencegahan"),
}


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
        empty_link=from_press(),
    )
    context = {"table": listed, "tabs": tabs(request.actor, "agreements"), "title": _("Kesepakatan")}
    return render(request, "staff/prevention/list.html", context)


def _agreement_cells(row: Agreement) -> list[Cell]:
    return [
        Cell(text=row.title, url=reverse("story", args=[row.story_id]) if row.story_id else ""),
        Cell(text="; ".join(str(COVERS.get(code, code)) for code in row.covers) or "–"),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=day_said(row.signed_on)),
    ]
