"""The corrections of one matter, as a table on its page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.models import Correction, Matter
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.corrections.words import TOLD_BY, state_words


def corrections_table(rows: Iterable[Correction]) -> Table | None:
    """None where nobody had been told, or nothing is to be put right."""
    found = [_cells(row) for row in rows]
    if not found:
        return None
    return Table(
        caption=_("Yang pernah diberi tahu, dan pembetulannya"),
        columns=[Column(text=word) for word in (_("Lembaga"), _("Lewat"), _("Diberi tahu"), _("Pembetulan"))],
        rows=found,
    )


def may_add(actor: Actor, matter: Matter) -> bool:
    return matter.is_cleared and may(actor, "correction.add", matter)


def correction_cells(row: Correction, day: date) -> list[Cell]:
    """For the list of those that wait, with how long."""
    sentiment, word = state_words(row)
    return [
        Cell(text=row.body_name, url=reverse("correction", args=[row.pk])),
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=str(word), sentiment=sentiment),
        Cell(text=max((day - row.since).days, 0)),
    ]


def _cells(row: Correction) -> list[Cell]:
    sentiment, word = state_words(row)
    return [
        Cell(text=row.body_name, url=reverse("correction", args=[row.pk])),
        Cell(text=str(TOLD_BY[row.told_by])),
        Cell(text=day_text(row.told_on, get_language() or "id", weekday=False)),
        Cell(text=str(word), sentiment=sentiment),
    ]
