"""A declared interest as a row of a list."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.registry.heads import pair_label
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.core.casework.interests import Tie
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Cell, Column
from sinetra.web.staff.registry_words import day_in_words, tie_word


def interest_columns() -> list[Column]:
    heads = (_("Siapa"), _("Hubungan"), _("Dengan"), _("Masa"), _("Sumber"), _("Langkah"))
    return [Column(text=text) for text in heads]


def interest_cells(row: DeclaredInterest, actor: Actor) -> list[Cell]:
    """``user``, ``pair``, ``matter`` and ``office`` are to be loaded. It names no relative: none is on record."""
    ends = row.until_on is None and may(actor, "interest.end", row)
    by = _("dinyatakan kantor") if row.by_office else _("dinyatakan sendiri")
    return [
        Cell(text=row.user.name if row.user else f"{row.holder_name}, {row.office.name if row.office else ''}"),
        Cell(text=tie_word(Tie(row.tie))),
        Cell(text=_toward(row)),
        Cell(text=_span(row)),
        Cell(text=f"{row.source} ({by}; {CONFIDENCE[row.confidence]})"),
        Cell(text=_("Akhiri"), url=reverse("end_interest", args=[row.pk])) if ends else Cell(text="–"),
    ]


def _toward(row: DeclaredInterest) -> str:
    if row.matter is not None:
        return _("yang dilaporkan dalam perkara %(number)s") % {"number": row.matter.number}
    return pair_label(row.pair) if row.pair is not None else ""


def _span(row: DeclaredInterest) -> str:
    first = day_in_words(row.from_on)
    return f"{first} – {day_in_words(row.until_on)}" if row.until_on else _("sejak %(first)s") % {"first": first}
