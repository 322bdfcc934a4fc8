"""Everything that goes into one run: regions, units of governments, published facts; small units never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sinetra.apps.index.gather.offices import cities
from sinetra.apps.index.gather.published import as_of, merged, published_units
from sinetra.apps.index.gather.regions import known_of, regions_of
from sinetra.apps.index.gather.work_units import codes_of, units_of
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
    own: list[Unit] = []
    offices: dict[str, UUID] = {}
    for city in cities():
        known = known_of(city, day)
        own += regions_of(known, day, method)
        if city.government is not None:
            codes = codes_of(city.government)
            offices |= dict.fromkeys(codes.values(), city.government.pk)
            own += units_of(city.government, known.staff, day, method, codes=codes, has_channel=known.has_channel)
    known_units = as_of(merged(own, published_units(day)), day)
    units = under_what_is_there(large_enough(known_units, method))
    return Gathered(
        day=day,
        units=tuple(sorted(units, key=lambda unit: unit.code)),
        offices={unit.code: offices[unit.code] for unit in units if unit.code in offices},
    )


def large_enough(units: Iterable[Unit], method: Configuration) -> list[Unit]:
    """Of a city or regency it need not be known how many work there; anything smaller must have enough people, so that
    no number speaks of one of them. Smaller parts are counted inside what is above them."""
    return [unit for unit in units if _is_large(unit, method.limits.staff)]


def under_what_is_there(units: Iterable[Unit]) -> list[Unit]:
    """A unit whose parent is too small, or is not known, stands under its kecamatan or city, else under nothing."""
    found = {unit.code: unit for unit in units}
    return [replace(unit, parent=_parent(unit, frozenset(found))) for unit in found.values()]


def _parent(unit: Unit, there: frozenset[str]) -> str:
    above = unit.parent
    while above and above not in there:
        above = above.rpartition(".")[0]
    return above


def _is_large(unit: Unit, least: int) -> bool:
    if unit.staff is not None:
        return unit.staff >= least
    return unit.kind is Kind.REGION and len(unit.code) <= _CITY
