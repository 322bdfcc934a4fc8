"""Which unit to visit next, and why: rules in an order, about units and never about persons. A person decides.

The order is lexicographic: the first rule in which two units differ says which comes first. There are no weights, so
each proposal is explained by the rules that hold for it. F10: exposed posts and regions with an incumbent come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.errors import gettext_noop
from sinetra.core.law.words import Position

#: Posts whose holders work close to the election organisers (article 003), and heads of school.
EXPOSED = (Position.CAMAT, Position.LURAH, Position.SCHOOL_HEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of a unit: its own people, not those of the units below.

    ``share``: how much of it was reached this year, in parts of 1,000; ``missing``: people not reached. Both are 0 for
    a unit of fewer than ten people, whose number is withheld.
    """

    exposed_open: bool
    incumbent: bool
    never: bool
    share: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``field`` of ``Situation``; the larger value first, or the smaller. ``reason``: said when a yes-or-no holds."""

    field: str
    larger_first: bool
    reason: str = ""


RULES: Sequence[Rule] = (
    Rule(field="exposed_open", larger_first=True, reason=gettext_noop("pos %(posts)s belum terjangkau")),
    Rule(field="incumbent", larger_first=True, reason=gettext_noop("petahana maju di wilayah ini")),
    Rule(field="never", larger_first=True, reason=gettext_noop("belum pernah dikunjungi")),
    Rule(field="share", larger_first=False),
    Rule(field="missing", larger_first=True),
)


def reasons(situation: Situation) -> tuple[str, ...]:
    """Message ids of the rules that hold, in their order; ``posts`` is filled in by the page."""
    return tuple(rule.reason for rule in RULES if rule.reason and getattr(situation, rule.field))
