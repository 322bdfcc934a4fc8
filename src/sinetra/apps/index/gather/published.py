"""Published facts of regions beside what the installation knows itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.conf import settings

from sinetra.apps.base.catalogue import clock
from sinetra.apps.index.gather.values import EXPOSED_POSTS, OF_LIST, OWN_LIST
from sinetra.apps.index.method import method
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.facts import Facts, Sheet, load_facts
from sinetra.core.index.inputs import Unit, Value
from sinetra.core.index.unit_file import UnitFile, parse_units

INVENTED = "contoh: rekaan untuk peragaan"
#: The fields of a unit that a publication may fill.
ORIGINS = ("staff", "coverage", "open_cases")
#: Taken from the publication only where nothing is known here.
_SCALARS = ("events", "open_cases", "overdue", "coverage", "has_channel")


@lru_cache(maxsize=1)
def _facts() -> Facts:
    return load_facts(ROOT, method())


def sheet_of(code: str) -> Sheet | None:
    """What was published of a region, with the words of other bodies that the index does not count."""
    return next((sheet for sheet in _facts().sheets if sheet.code == code), None)


def origin_of(unit: Unit, field: str) -> Value | None:
    """Where ``staff``, ``coverage`` or ``open_cases`` was taken from, where it is not the office's own record: from a
    publication, from the invented numbers of a demonstration, or from the dated list of people."""
    value = getattr(unit, field)
    if value is None or field not in ORIGINS:
        return None
    sheet = sheet_of(unit.code)
    published: Value | None = getattr(sheet, field, None) if field in ("staff", "open_cases") else None
    if published is not None and published.amount == value:
        return published
    listed = unit.values.get(EXPOSED_POSTS)
    if field in ("staff", "coverage") and listed is not None and listed.source == OWN_LIST:
        return replace(listed, amount=float(value))
    invented = _invented() if settings.SINETRA_PROFILE == "demo" else ()
    if any(other.code == unit.code and getattr(other, field) == value for other in invented):
        return Value(amount=float(value), source=INVENTED, as_of=_invented_on(), confidence=Confidence.UNCHECKED)
    return None


def published_units(day: date) -> tuple[Unit, ...]:
    """Of the catalogue, as of ``day``; those of the invented region where the installation is a demonstration."""
    known = _facts().units(clock().timetables, method(), day)
    return (*known, *_invented()) if settings.SINETRA_PROFILE == "demo" else known


@lru_cache(maxsize=1)
def _sample() -> UnitFile:
    return parse_units(yamlfile.plain(yamlfile.read(ROOT / "samples" / "cendana_index.yaml")))


def _invented() -> tuple[Unit, ...]:
    return _sample().units


def _invented_on() -> date:
    return _sample().day or date.min


def merged(own: Iterable[Unit], published: Iterable[Unit]) -> list[Unit]:
    """Every unit once. Of one that both know, the installation's own values stand, and the publication fills gaps."""
    found = {unit.code: unit for unit in own}
    for other in published:
        unit = found.get(other.code)
        found[other.code] = other if unit is None else _filled(unit, other)
    return list(found.values())


def _filled(unit: Unit, other: Unit) -> Unit:
    own = without_shares(unit) if is_partial(unit.staff, other.staff) else unit
    missing = {name: getattr(other, name) for name in _SCALARS if getattr(own, name) is None}
    return replace(own, staff=_larger(own.staff, other.staff), values={**other.values, **own.values}, **missing)


def is_partial(own: int | None, published: int | None) -> bool:
    """A list of less than half of what was published is still being read in.

    >>> is_partial(36, 4120), is_partial(4000, 4120), is_partial(None, 4120)
    (True, False, False)
    """
    return own is not None and published is not None and 2 * own < published


def without_shares(unit: Unit) -> Unit:
    """Without what was divided by the length of the list."""
    values = {name: value for name, value in unit.values.items() if value.source not in OF_LIST}
    return replace(unit, values=values, coverage=None)


def _larger(own: int | None, published: int | None) -> int | None:
    """A list that is still being read in is shorter than what was published."""
    known = [number for number in (own, published) if number is not None]
    return max(known) if known else None


def as_of(units: Iterable[Unit], day: date) -> list[Unit]:
    """Without values of a later day: nobody knew them on ``day``."""
    return [
        replace(unit, values={name: value for name, value in unit.values.items() if value.as_of <= day})
        for unit in units
    ]
