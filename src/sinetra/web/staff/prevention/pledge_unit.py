"""Who of a unit has signed and who has not, by name. The unit's own organiser sees it, and nobody above."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import PledgeText
from sinetra.apps.prevention.selectors import pledges as texts_of
from sinetra.apps.prevention.selectors import unit_pledges
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.law_words import STATUSES
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.pledges import office_day, version_said

SIGNED = {"belum": False, "sudah": True}
#: More than these a unit has rarely outside its registry.
_MOST_OTHERS = 200


class UnitFilter(forms.Form):
    keadaan = forms.ChoiceField(
        label=_lazy("Keadaan"),
        required=False,
        choices=[("belum", _lazy("belum menandatangani")), ("sudah", _lazy("sudah menandatangani"))],
    )


def text_for(actor: Actor, wanted: str | None) -> PledgeText:
    """The text in force that ``wanted`` names, or the first. Errors: ``NotFound`` when there is none."""
    found = texts_of.in_force(actor.office, office_day(actor))
    text = next((row for row in found if str(row.pk) == wanted), None) if wanted else next(iter(found), None)
    if text is None:
        raise NotFound(gettext_noop("Belum ada teks ikrar yang berlaku. BKPSDM atau Tim Netralitas menerbitkannya."))
    return text


@staff("pledge.organise")
def unit_pledges_of(request: StaffRequest, pk: UUID) -> HttpResponse:
    actor = request.actor
    unit = unit_pledges.own_unit(actor, pk)
    text = text_for(actor, request.GET.get("teks"))
    state = request.GET.get("keadaan", "belum")
    signed = SIGNED.get(state, False)
    rows = unit_pledges.people(actor, unit, text, signed=signed)
    listed = table(
        request,
        rows,
        caption=_("Yang sudah menandatangani") if signed else _("Yang belum menandatangani"),
        columns=[
            Column(text=_("Nama")),
            Column(text=_("Status")),
            Column(text=_("Jabatan")),
            *([Column(text=_("Cara"))] if signed else []),
        ],
        cells=_cells,
        order=("name",),
        empty=_empty(signed=signed),
    )
    asked = f"?{urlencode({'teks': str(text.pk)})}"
    context = {
        "unit": unit,
        "text": text,
        "said": version_said(text),
        "form": UnitFilter({"keadaan": state if state in SIGNED else "belum"}),
        "table": listed,
        "others": _others(actor, unit, text) if signed else None,
        "texts": [row for row in texts_of.in_force(actor.office, office_day(actor)) if row != text],
        "acts": [
            Link(text=_("Cetak lembar"), url=reverse("pledge_sheet", args=[unit.pk]) + asked),
            Link(text=_("Catat lembar kertas"), url=reverse("enter_pledge_sheet", args=[unit.pk]) + asked),
        ],
        "back": Link(text=_("Ikrar"), url=reverse("pledges")),
    }
    return render(request, "staff/pledge/unit.html", context)


def _cells(row: Person) -> list[Cell]:
    """As ``selectors.unit_pledges.people`` gives them; how they signed only where they have."""
    found = [Cell(text=row.name), Cell(text=str(STATUSES[row.status])), Cell(text=row.position_title or "–")]
    return [*found, _way(row.paper)] if row.has_signed else found  # type: ignore[attr-defined]


def _empty(*, signed: bool) -> tuple[str, str]:
    if signed:
        return _("Belum ada tanda tangan"), _("Pimpinan lebih dahulu; sesudah itu halaman pegawai terbuka.")
    return _("Semua sudah menandatangani"), _("Tidak ada nama yang tersisa di unit ini.")


def _others(actor: Actor, unit: Unit, text: PledgeText) -> Table | None:
    rows = list(unit_pledges.others(actor, unit, text).order_by("name", "id")[:_MOST_OTHERS])
    language = get_language() or "id"
    return (
        Table(
            caption=_("Yang menandatangani dan belum ada di register"),
            columns=[Column(text=_("Nama")), Column(text=_("Tanggal")), Column(text=_("Cara"))],
            rows=[
                [
                    Cell(text=row.name),
                    Cell(text=day_text(row.signed_on, language, weekday=False)),
                    _way(row.pk if row.scan else None),
                ]
                for row in rows
            ],
        )
        if rows
        else None
    )


def _way(paper: UUID | None) -> Cell:
    """``paper``: the signature whose scan there is."""
    if paper is not None:
        return Cell(text=_("kertas, lihat pindaian"), url=reverse("pledge_scan", args=[paper]))
    return Cell(text=_("dengan kode"))
