"""What the workspace of a unit's organiser shows of the pledge: the way to the names, which nobody else sees."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.selectors.pledges import in_force
from sinetra.apps.prevention.selectors.unit_pledges import own_units, people
from sinetra.web.parts import Cell, Column, Table

MOST = 20


def pledges_for(actor: Actor, day: date) -> Table | None:
    """None for who organises no unit, where no text is in force, and when all have signed."""
    if not actor.units or actor.office is None:
        return None
    texts = in_force(actor.office, day)
    rows = [
        [
            Cell(text=unit.name, url=reverse("unit_pledges", args=[unit.pk])),
            Cell(text=text.title),
            Cell(text=_("belum lengkap"), sentiment="info"),
        ]
        for unit in own_units(actor)[:MOST]
        for text in texts
        if people(actor, unit, text, signed=False).exists()
    ]
    if not rows:
        return None
    columns = [Column(text=head) for head in (_("Unit"), _("Teks"), _("Keadaan"))]
    return Table(caption=_("Ikrar unit Anda"), columns=columns, rows=rows)
