"""Seeded facts, drawn so that every version, exception and displacement gets its share of what can happen to it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.core.law import Rulebook
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.model import Condition, Exemption, Period, Version
from sinetra.core.law.vocabulary import FIELDS, FieldType

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Target:
    """Conditions that should hold together, within periods."""

    conditions: tuple[Condition, ...]
    periods: tuple[Period, ...]


def days(rulebook: Rulebook) -> list[date]:
    """The first day of each epoch, and the day before it."""
    return sorted({day for first in rulebook.sets.every.days for day in (first, first - _ONE_DAY)})


def targets(rulebook: Rulebook) -> list[Target]:
    """Every version alone, with each of its exceptions (and those to them), and with each version that displaces it."""
    found: list[Target] = []
    for rule, norm in enumerate(rulebook.norms):
        for version in norm.versions:
            found.append(Target(version.when, (version.period,)))
            found += _excepted(version, version.when, (version.period,))
            for other in rulebook.sets.displaced_by[rule]:
                for above in rulebook.norms[other].versions:
                    found.append(Target((*version.when, *above.when), (version.period, above.period)))
                    found += _excepted(above, (*version.when, *above.when), (version.period, above.period))
    return [target for target in found if _allowed(target) is not None]


def _excepted(item: Version | Exemption, when: tuple[Condition, ...], periods: tuple[Period, ...]) -> Iterator[Target]:
    for inner in item.unless:
        target = Target((*when, *inner.when), (*periods, inner.period))
        yield target
        yield from _excepted(inner, target.conditions, target.periods)


def _allowed(target: Target) -> dict[str, set[str]] | None:
    """For each field the values that satisfy all its conditions; None when no day or value does."""
    starts = [period.start for period in target.periods if period.start is not None]
    ends = [period.end for period in target.periods if period.end is not None]
    if starts and ends and max(starts) > min(ends):
        return None
    found: dict[str, set[str]] = {}
    for asked in target.conditions:
        found[asked.field] = found.get(asked.field, set(asked.values)) & asked.values
    single = [values for name, values in found.items() if FIELDS[name].type is not FieldType.LIST]
    return found if all(single) else None


class Drawn:
    """A source of facts for one seed."""

    def __init__(self, rulebook: Rulebook, seed: int) -> None:
        self._random = random.Random(seed)
        self._targets = targets(rulebook)
        self._days = days(rulebook)
        self._values = {
            name: [frozenset(self._some(item.values)) for _ in range(40)]
            if item.type is FieldType.LIST
            else item.values
            for name, item in FIELDS.items()
        }

    def _some(self, values: tuple[str, ...]) -> list[str]:
        return self._random.sample(values, self._random.randint(0, min(3, len(values))))

    def rows(self, count: int) -> Iterator[Facts]:
        """``count`` acts, each near one target; between none and 60 % of the fields are unknown."""
        for number in range(count):
            yield self.one(self._targets[number % len(self._targets)])

    def one(self, target: Target) -> Facts:
        pick = self._random
        values: dict[str, str | frozenset[str]] = {}
        unknown = pick.choice((0.0, 0.0, 0.1, 0.2, 0.4, 0.6))
        for name in FIELDS:
            if pick.random() >= unknown:
                values[name] = pick.choice(self._values[name])
        aimed = _allowed(target) or {}
        for name, allowed in aimed.items():
            if pick.random() < 0.97 and (name in values or pick.random() < 0.7):
                value = pick.choice(sorted(allowed)) if allowed else None
                if value is not None:
                    values[name] = frozenset({value}) if FIELDS[name].type is FieldType.LIST else value
        return Facts(values=complete(values), act_date=self._day(target, unknown))

    def _day(self, target: Target, unknown: float) -> date | None:
        pick = self._random
        if pick.random() < unknown / 3:
            return None
        inside = [day for day in self._days if all(period.holds(day) for period in target.periods)]
        return pick.choice(inside if inside and pick.random() < 0.95 else self._days)
