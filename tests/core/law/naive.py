"""The meaning of the rules, written as plainly as possible: no masks, no order of evaluation, only definitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sinetra.core.law.facts import Facts
from sinetra.core.law.model import Condition, Exemption, Norm, Period, Version
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

#: [S, M] over false < unknown < true
Interval = tuple[bool, bool]
FALSE: Interval = (False, False)


def _not(part: Interval) -> Interval:
    return not part[1], not part[0]


def _and(parts: Iterable[Interval]) -> Interval:
    low = True
    for part in parts:
        if part == FALSE:
            return FALSE
        low = low and part[0]
    return low, True


def _or(parts: Iterable[Interval]) -> Interval:
    return _not(_and(_not(part) for part in parts))


def condition(asked: Condition, facts: Facts) -> Interval:
    """A leaf: all values of an unknown field match, some value matches."""
    item = FIELDS[asked.field]
    value = facts.values.get(asked.field)
    if value == NOT_APPLICABLE or (isinstance(value, str) and value not in asked.values):
        return FALSE
    may_be_ruled_out = item.dependency is not None and item.dependency.parent not in facts.values
    if value is None:
        always = item.type is not FieldType.LIST and set(item.values) <= asked.values
        return always and not may_be_ruled_out, True
    holds = bool(value & asked.values) if isinstance(value, frozenset) else value in asked.values
    return holds and not may_be_ruled_out, holds


def _period(period: Period, facts: Facts, days: Sequence[date]) -> Interval:
    if facts.act_date is not None:
        return (True, True) if period.holds(facts.act_date) else FALSE
    found = [period.holds(day) for day in days]
    return all(found), any(found)


def own(item: Version | Exemption, facts: Facts, days: Sequence[date]) -> Interval:
    """cond: the AND of its fields."""
    found = _and(condition(asked, facts) for asked in item.when)
    return FALSE if found == FALSE else _and([found, _period(item.period, facts, days)])


def holds(item: Version | Exemption, facts: Facts, days: Sequence[date]) -> Interval:
    """Effective: its own condition holds and none of its exceptions is effective."""
    cond = own(item, facts, days)
    if cond == FALSE:
        return FALSE
    return _and([cond, _not(_or(holds(inner, facts, days) for inner in item.unless))])


def applies(norm: Norm, facts: Facts, days: Sequence[date]) -> Interval:
    return _or(holds(version, facts, days) for version in norm.versions)


class Naive:
    """The rules of a catalogue. ``days``: one day of every epoch, for an unknown day."""

    def __init__(self, norms: Sequence[Norm], days: Sequence[date]) -> None:
        self.norms, self.days = norms, days
        self.displacers: Mapping[str, list[Norm]] = {
            norm.id: [
                other
                for other in norms
                if other is not norm and (norm.id in other.displaces or f"group:{norm.group}" in other.displaces)
            ]
            for norm in norms
        }

    def reported(self, norm: Norm, facts: Facts) -> Interval:
        """It applies and no reported rule displaces it."""
        found = applies(norm, facts, self.days)
        if found == FALSE:
            return FALSE
        above = _or(self.reported(other, facts) for other in self.displacers[norm.id])
        return _and([found, _not(above)])
