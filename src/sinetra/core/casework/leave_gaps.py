"""What the register still lacks around campaign leave, or what in it does not fit: pointed out, never decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sinetra.core.casework.away import Away, away
from sinetra.core.casework.grounds import Grounds, Said
from sinetra.core.casework.heads import HeldRoleName, Leave, OfficeFacts, same_name
from sinetra.core.casework.stand_in import Level
from sinetra.core.law.words import BodyCode

#: UU 10/2016 art. 70(4): Mendagri for a governor and deputy, the governor for regents, mayors and deputies.
GIVES = {Level.CITY: BodyCode.GOVERNOR, Level.PROVINCE: BodyCode.MENDAGRI}
_Gap = tuple[str, dict[str, object]]  # a ground and what it is about
_HEADS = (HeldRoleName.REGIONAL_HEAD, HeldRoleName.DEPUTY_REGIONAL_HEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Of one election in the region; both days count. ``incumbents``: the names on the ballot that stand again."""

    first: date
    last: date
    incumbents: tuple[str, ...] = ()


def leave_gaps(facts: OfficeFacts, grounds: Grounds, level: Level | None, campaign: Campaign) -> tuple[Said, ...]:
    """About the leaves that touch the campaign, the days of them, and incumbents without one. In that order."""
    near = [leave for leave in facts.leaves if leave.from_on <= campaign.last and campaign.first <= leave.until_on]
    days = [one for one in away(facts) if one.first <= campaign.last and campaign.first <= one.last]
    found = [*_of_leaves(facts, near, level, campaign), *_of_days(days), *_of_incumbents(near, campaign)]
    return tuple(
        Said(ground=ground, facts=about, confidence=ground.confidence)
        for name, about in found
        if (ground := grounds.on(name, campaign.first)) is not None
    )


def _of_leaves(facts: OfficeFacts, near: Iterable[Leave], level: Level | None, campaign: Campaign) -> Iterator[_Gap]:
    for leave in near:
        about: dict[str, object] = {"holder": leave.holder}
        if leave.given_by is None:
            yield "leave_giver_missing", about
        elif level is not None and leave.given_by is not GIVES[level]:
            yield f"leave_giver_{level.value}", about
        if leave.told_kpu_on is None:
            yield "leave_not_told", about
        if leave.from_on > campaign.first or leave.until_on < campaign.last:
            yield "leave_not_whole", about | {"first": campaign.first, "last": campaign.last}
        held = (term for role in _HEADS for term in facts.holders(role, leave.from_on))
        if not any(same_name(term.holder, leave.holder) for term in held):
            yield "leave_without_office", about


def _of_days(days: Iterable[Away]) -> Iterator[_Gap]:
    for one in days:
        about: dict[str, object] = {"first": one.first, "last": one.last}
        if one.wanted is None:
            yield "away_deputy_unknown", about
        elif not one.recorded:
            yield f"away_{one.wanted.value}_missing", about
        elif not one.as_wanted:
            titles = ", ".join(term.title or term.holder for term in one.recorded)
            yield f"away_{one.wanted.value}_expected", about | {"title": titles}


def _of_incumbents(near: Iterable[Leave], campaign: Campaign) -> Iterator[_Gap]:
    on_leave = [leave.holder for leave in near]
    for name in campaign.incumbents:
        if not any(same_name(name, holder) for holder in on_leave):
            yield "incumbent_without_leave", {"holder": name}
