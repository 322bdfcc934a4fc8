"""Two clocks. ``now()`` is real: sessions, tokens, audit, limits. ``today()`` is the legal date: deadlines, stages.

Only the legal date can be shifted (``SINETRA_AS_OF``, demo and tests), so that nothing signed ever bears a false time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

# Keppres 41/1987, by the first two digits of the region code; provinces founded since keep the zone of their parent.
_WITA = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
_WIT = {"81", "82", "91", "92", "93", "94", "95", "96"}


@dataclass(frozen=True, slots=True)
class Zone:
    """``label`` is what pages print after a time."""

    label: str
    info: ZoneInfo


WIB = Zone("WIB", ZoneInfo("Asia/Jakarta"))
WITA = Zone("WITA", ZoneInfo("Asia/Makassar"))
WIT = Zone("WIT", ZoneInfo("Asia/Jayapura"))


def zone_of(region: str | None) -> Zone:
    """The zone of a region code; WIB without one.

    >>> zone_of("63.72").label, zone_of("94").label, zone_of(None).label
    ('WITA', 'WIT', 'WIB')
    """
    province = (region or "")[:2]
    return WITA if province in _WITA else WIT if province in _WIT else WIB


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


def legal_clock() -> Clock:
    """The clock of this installation."""
    from django.conf import settings

    return SystemClock(settings.SINETRA_AS_OF)


def now() -> datetime:
    return legal_clock().now()


def today(region: str | None = None) -> date:
    return legal_clock().today(region)
