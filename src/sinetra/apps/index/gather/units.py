"""Everything that goes into one run: regions, units of governments, published facts; small units never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.index.gather.offices import cities
from sinetra.apps.index.gather.published import as_of, merged, published_units
from sinetra.apps.index.gather.regions import known_of, regions_of
from sinetra.apps.index.gather.work_units import units_of
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Kind, Unit

_CITY = len("99.71")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """``offices``: by code, whose part a unit is; a region is in no office."""

    day: date
    units: tuple[Unit, ...]
    offices: Mapping[str, UUID]


def gather(day: date, method: Configuration) -> Gathered:
    """What the installation knows as of ``day``, by code."""
    regions: list[Unit] = []
    offices: list[Unit] = []
    owners: dict[str, UUID] = {}
    for city in cities():
        known = known_of(city, day)
        here = large_enough(regions_of(known, day, method), method)
        regions += here
        if city.government is not None:
            codes = frozenset(unit.code for unit in here)
            found = units_of(city.government, known.staff, day, method, has_channel=known.has_channel, regions=codes)
            kept = large_enough(found, method)
            owners |= {unit.code: city.government.pk for unit in kept}
            offices += kept
    units = large_enough(as_of(merged([*regions, *offices], published_units()), day), method)
    return Gathered(day=day, units=tuple(sorted(units, key=lambda unit: unit.code)), offices=owners)


def large_enough(units: Iterable[Unit], method: Configuration) -> list[Unit]:
    """Of a city or regency it need not be known how many work there; anything smaller must have enough people, so that
    no number speaks of one of them. Smaller parts are counted inside what is above them."""
    return [unit for unit in units if _is_large(unit, method.limits.staff)]


def _is_large(unit: Unit, least: int) -> bool:
    if unit.staff is not None:
        return unit.staff >= least
    return unit.kind is Kind.REGION and len(unit.code) <= _CITY
