"""What the workspace shows of circulars: to the officer what needs a look, to the organiser what the unit misses."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.selectors.circular_receipts import waiting_for_unit
from sinetra.apps.prevention.selectors.circulars import to_do
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.prevention.words import day_said


def circulars_for(actor: Actor, day: date) -> list[Table]:
    """Only tables with something in them: an empty one would teach nothing in the workspace."""
    found = [_to_do(actor, day)] if may(actor, "circular.publish") else []
    if actor.units and may(actor, "circular.acknowledge"):
        found.append(_waiting(actor))
    return [table for table in found if table.rows]


def _to_do(actor: Actor, day: date) -> Table:
    words = {
        "draft": _("konsep menunggu pemeriksaan orang kedua"),
        "law": _("hukum yang dikutip berubah"),
        "receipts": _("ada unit yang belum menyatakan menerima"),
    }
    rows = []
    for row, why in to_do(actor, day):
        name = "circular_receipts" if why == "receipts" and may(actor, "circular.record_receipt", row) else "circular"
        url = reverse(name, args=[row.pk])
        cells = [Cell(text=row.title, url=url), Cell(text=row.number or _("belum bernomor"))]
        rows.append([*cells, Cell(text=words[why], sentiment="info" if why == "draft" else "attention")])
    return Table(
        caption=_("Surat edaran yang perlu dilihat"),
        columns=[Column(text=_("Tentang")), Column(text=_("Nomor")), Column(text=_("Mengapa"))],
        rows=rows,
    )


def _waiting(actor: Actor) -> Table:
    return Table(
        caption=_("Edaran yang belum dinyatakan diterima unit Anda"),
        columns=[Column(text=_("Tentang")), Column(text=_("Unit")), Column(text=_("Terbit"))],
        rows=[
            [
                Cell(text=row.title, url=reverse("circular_unit", args=[row.pk, unit.pk])),
                Cell(text=unit.name),
                Cell(text=day_said(row.published_on)),
            ]
            for row, unit in waiting_for_unit(actor)
        ],
    )
