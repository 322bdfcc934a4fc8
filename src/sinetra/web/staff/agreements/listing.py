"""Agreements as they stand in the register: recorded here, and known from the press."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.agreements.selectors import agreements as agreement_rows
from sinetra.apps.base.policy import may
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.agreements.words import agreement_state, covers_of
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activities import from_press
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said


@staff("activity.read")
def agreements(request: StaffRequest) -> HttpResponse:
    new = Link(text=_("Catat kesepakatan"), url=reverse("new_agreement"))
    writes = may(request.actor, "agreement.write")
    heads = (_("Kesepakatan"), _("Para pihak"), _("Isi"), _("Keadaan"), _("Tinjau lagi"))
    listed = table(
        request,
        agreement_rows(request.actor),
        caption=_("Kesepakatan, yang terakhir dicatat di atas"),
        columns=[Column(text=text) for text in heads],
        cells=_cells,
        empty=(_("Belum ada kesepakatan"), _("Catat naskahnya, atau kukuhkan peristiwa dari berita.")),
        empty_link=None if writes else from_press(),
    )
    context = {
        "table": listed,
        "tabs": tabs(request.actor, "agreements"),
        "title": _("Kesepakatan"),
        "actions": [new] if writes else [],
    }
    return render(request, "staff/prevention/list.html", context)


def _cells(row: Agreement) -> list[Cell]:
    sentiment, word = agreement_state(row)
    return [
        Cell(text=row.title, url=reverse("agreement", args=[row.pk])),
        Cell(text="; ".join(row.parties) or "–"),
        Cell(text=covers_of(row) or row.scope[:80] or "–"),
        Cell(text=word, sentiment=sentiment),
        Cell(text=day_said(row.review_on)),
    ]
