"""Days on which the head of a region is on campaign leave, who should act then, and who is on record as acting.

The deputy acts (Plt) while the head is away alone (UU 23/2014 art. 65(4), 66(1)c); a Pjs is appointed while both are
away (Permendagri 74/2016, known from the press).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.core.casework.heads import HeldKind, HeldRoleName, OfficeFacts, Term, acting, definitive

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Both days count, and every day between is like them. ``deputy``: on record, else None. ``wanted``: None where
    no deputy is on record, so that it is not known whether both are away."""

    first: date
    last: date
    head: Term
    deputy: Term | None
    deputy_away: bool
    wanted: HeldKind | None
    recorded: tuple[Term, ...]

    @property
    def as_wanted(self) -> bool | None:
        """None where it cannot be said."""
        if self.wanted is None:
            return None
        return len(self.recorded) == 1 and self.recorded[0].kind is self.wanted


def away(facts: OfficeFacts) -> tuple[Away, ...]:
    """In the order of days; empty where no head was ever on leave."""
    found = [_on(facts, first, last) for first, last in _alike(facts)]
    return tuple(one for one in found if one is not None)


def _alike(facts: OfficeFacts) -> list[tuple[date, date]]:
    """The days of all leaves, cut wherever somebody begins or ends."""
    spans = [(leave.from_on, leave.until_on) for leave in facts.leaves]
    begins = {first for first, _last in spans} | {term.from_on for term in facts.terms}
    ends = {last for _first, last in spans} | {term.until_on for term in facts.terms if term.until_on}
    cuts = sorted(begins | {day + _DAY for day in ends if day < date.max})
    pairs = zip(cuts, [cut - _DAY for cut in cuts[1:]], strict=False)
    return [(first, last) for first, last in pairs if any(one <= first <= other for one, other in spans)]


def _on(facts: OfficeFacts, first: date, last: date) -> Away | None:
    heads = facts.holders(HeldRoleName.REGIONAL_HEAD, first)
    head = definitive(heads)
    if head is None or facts.leave_of(head.holder, first) is None:
        return None
    deputy = definitive(facts.holders(HeldRoleName.DEPUTY_REGIONAL_HEAD, first))
    deputy_away = deputy is not None and facts.leave_of(deputy.holder, first) is not None
    wanted = None if deputy is None else HeldKind.PJS if deputy_away else HeldKind.PLT
    return Away(
        first=first,
        last=last,
        head=head,
        deputy=deputy,
        deputy_away=deputy_away,
        wanted=wanted,
        recorded=acting(heads),
    )
