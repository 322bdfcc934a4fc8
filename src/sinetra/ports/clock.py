"""Two clocks. ``now()`` is real: sessions, tokens, audit, limits. ``today()`` is the legal date: deadlines, stages.

Only the legal date can be shifted (``SINETRA_AS_OF``, demo and tests), so that nothing signed ever bears a false time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sinetra.catalogue import ROOT
from sinetra.core.clock.zones import Zones, load_zones


@dataclass(frozen=True, slots=True)
class Zone:
    """``abbreviation`` is what pages print after a time (WIB)."""

    abbreviation: str
    info: ZoneInfo


class Clock(Protocol):
    def now(self) -> datetime:
        """Real time, in UTC."""
        ...

    def today(self, region: str | None = None) -> date:
        """The legal date in the zone of ``region`` (WIB without one)."""
        ...


def _real_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SystemClock:
    """``as_of`` stands for today in every zone."""

    as_of: date | None = None
    real_now: Callable[[], datetime] = _real_now

    def now(self) -> datetime:
        return self.real_now()

    def today(self, region: str | None = None) -> date:
        return self.as_of or self.real_now().astimezone(zone_of(region).info).date()


@cache
def _zones() -> Zones:
    return load_zones(ROOT)


def zone_of(region: str | None) -> Zone:
    """WIB, WITA or WIT by the province of a region code; WIB without one. Errors: ``BadInput``.

    >>> zone_of("63.72").abbreviation, str(zone_of("94").info)
    ('WITA', 'Asia/Jayapura')
    """
    zone = _zones().zone(region)
    return Zone(zone.abbreviation, ZoneInfo(zone.name))


def zone_named(abbreviation: str) -> Zone:
    """Errors: ``BadInput`` with the zones there are.

    >>> str(zone_named("WIT").info)
    'Asia/Jayapura'
    """
    zone = _zones().named(abbreviation)
    return Zone(zone.abbreviation, ZoneInfo(zone.name))


def zone_at(instant: datetime) -> Zone:
    """The zone whose offset an aware instant has; WIB where none of the three has it.

    >>> zone_at(datetime.fromisoformat("2024-11-27T23:59:59+09:00")).abbreviation
    'WIT'
    """
    return _by_offset().get(instant.utcoffset(), zone_of(None))


@cache
def _by_offset() -> dict[timedelta | None, Zone]:
    """None of the zones changes its offset with the season."""
    zones = {zone.name: Zone(zone.abbreviation, ZoneInfo(zone.name)) for zone in _zones().by_province.values()}
    return {datetime(2024, 1, 1, tzinfo=zone.info).utcoffset(): zone for zone in zones.values()}


def legal_clock() -> Clock:
    """The clock of this installation."""
    from django.conf import settings

    if settings.SINETRA_PROFILE == "demo" and real_date_wanted(settings.SINETRA_DATA):
        return SystemClock()
    return SystemClock(settings.SINETRA_AS_OF)


def real_date_wanted(data: Path) -> bool:
    """The switch of the demo banner: a mark in the data folder, so that every process sees it at once."""
    return (data / "legal-date-today").exists()


def want_real_date(data: Path, *, wanted: bool) -> None:
    mark = data / "legal-date-today"
    if wanted:
        mark.touch()
    else:
        mark.unlink(missing_ok=True)


def now() -> datetime:
    return legal_clock().now()


def today(region: str | None = None) -> date:
    return legal_clock().today(region)
