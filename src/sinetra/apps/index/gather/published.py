"""Published facts of regions beside what the installation knows itself; its own knowledge goes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sinetra.core.index.inputs import Unit


def published_units() -> tuple[Unit, ...]:
    """Of the catalogue; the invented region's too where the installation is a demonstration."""
    return ()


#: Taken from the publication only where nothing is known here.
_SCALARS = ("staff", "events", "open_cases", "overdue", "coverage", "has_channel")


def merged(own: Iterable[Unit], published: Iterable[Unit]) -> list[Unit]:
    """Every unit once. Of one that both know, the installation's own values stand, and the publication fills gaps."""
    found = {unit.code: unit for unit in own}
    for other in published:
        unit = found.get(other.code)
        found[other.code] = other if unit is None else _filled(unit, other)
    return list(found.values())


def _filled(unit: Unit, other: Unit) -> Unit:
    missing = {name: getattr(other, name) for name in _SCALARS if getattr(unit, name) is None}
    return replace(unit, values={**other.values, **unit.values}, **missing)


def as_of(units: Iterable[Unit], day: date) -> list[Unit]:
    """Without values of a later day: nobody knew them on ``day``."""
    return [
        replace(unit, values={name: value for name, value in unit.values.items() if value.as_of <= day})
        for unit in units
    ]
