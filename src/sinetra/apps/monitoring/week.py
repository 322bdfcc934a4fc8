"""The week of an office: Monday to Sunday on the clocks of its region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import now, zone_of

DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """``starts`` (included) and ``ends`` (excluded) are instants in UTC."""

    monday: date
    starts: datetime
    ends: datetime

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def is_over(self) -> bool:
        return now() >= self.ends


def week_of(monday: date, region: str | None) -> Week:
    """Errors: ``NotFound`` for a day that is no Monday or lies outside of what a calendar can hold."""
    if monday.weekday() != 0 or not 2000 <= monday.year <= 2200:
        raise NotFound(gettext_noop("Minggu ini tidak ada. Sebutkan hari Seninnya."))
    zone = zone_of(region).info
    starts = datetime.combine(monday, time(), zone).astimezone(UTC)
    return Week(monday=monday, starts=starts, ends=datetime.combine(monday + DAYS, time(), zone).astimezone(UTC))


def this_week(region: str | None) -> Week:
    """Real time, as articles are captured in it: a legal date that was set for an exercise moves no capture."""
    day = now().astimezone(zone_of(region).info).date()
    return week_of(day - timedelta(days=day.weekday()), region)


def last_week(region: str | None) -> Week:
    """The last one that is over."""
    return week_of(this_week(region).monday - DAYS, region)
