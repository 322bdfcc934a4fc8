"""The meaning of the rules, written as plainly as possible: no masks, no order of evaluation, only definitions."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.core.law.facts import Facts
from sinetra.core.law.model import Condition, Exemption, Norm, Period, Version
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

Interval = tuple[bool, bool]


def _and(parts: Sequence[Interval]) -> Interval:
    return all(low for low, _ in parts), all(high for _, high in parts)


def _not(part: Interval) -> Interval:
    return not part[1], not part[0]


def _or(parts: Sequence[Interval]) -> Interval:
    return any(low for low, _ in parts), any(high for _, high in parts)


def _condition(condition: Condition, facts: Facts) -> Interval:
    item = FIELDS[condition.field]
    value = facts.values.get(condition.field)
    may_be_ruled_out = item.dependency is not None and item.dependency.parent not in facts.values
    if value == NOT_APPLICABLE:
        return False, False
    if value is None:
        always = item.type is not FieldType.LIST and set(item.values) <= condition.values
        return always and not may_be_ruled_out, True
    holds = bool(value & condition.values) if isinstance(value, frozenset) else value in condition.values
    return holds and not may_be_ruled_out, holds


def _period(period: Period, facts: Facts, epochs: Sequence[Facts]) -> Interval:
    days = [facts.act_date] if facts.act_date else [other.act_date for other in epochs]
    found = [period.holds(day) for day in days if day is not None]
    return all(found), any(found)


def _holds(item: Version | Exemption, facts: Facts, epochs: Sequence[Facts]) -> Interval:
    parts = [_period(item.period, facts, epochs), *(_condition(part, facts) for part in item.when)]
    return _and([*parts, _not(_or([_holds(inner, facts, epochs) for inner in item.unless]))])


def _displacers(norm: Norm, norms: Sequence[Norm]) -> list[Norm]:
    return [
        other
        for other in norms
        if other is not norm and (norm.id in other.displaces or f"group:{norm.group}" in other.displaces)
    ]


def reported(norm: Norm, norms: Sequence[Norm], facts: Facts, epochs: Sequence[Facts]) -> Interval:
    """[S, M] of a norm being reported. ``epochs``: facts with one day of each epoch, for an unknown day."""
    applies = _or([_holds(version, facts, epochs) for version in norm.versions])
    above = _or([reported(other, norms, facts, epochs) for other in _displacers(norm, norms)])
    return _and([applies, _not(above)])
