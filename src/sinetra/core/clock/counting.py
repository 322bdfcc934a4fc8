"""Counting days from a start, with each skipped day and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sinetra.core.clock.calendar import Calendars, DayKind, DayOff
from sinetra.core.errors import BadInput, gettext_noop

_DAY = timedelta(days=1)


class JointLeave(StrEnum):
    """Is joint leave (cuti bersama) skipped like a holiday, or counted as a working day?"""

    SKIP = "skip"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What a working day is. ``work_week`` 5: Monday to Friday; 6: Monday to Saturday.

    ``as_of``: only decrees published by that day count; ``None``: all that are known.
    """

    calendars: Calendars
    work_week: int = 5
    joint_leave: JointLeave = JointLeave.SKIP
    as_of: date | None = None
    region: str | None = None

    def __post_init__(self) -> None:
        if self.work_week not in (5, 6):
            raise BadInput(
                gettext_noop("Hari kerja seminggu: %(value)s tidak diterima; yang diterima: %(accepted)s"),
                field="work_week",
                accepted=("5", "6"),
                value=str(self.work_week),
            )

    def weekend(self, day: date) -> bool:
        return day.weekday() >= self.work_week

    def off(self, day: date) -> DayOff | None:
        """The decreed reason not to count ``day``, on a day that would else be a working day."""
        if self.weekend(day):
            return None
        found = self.calendars.off(day, as_of=self.as_of, region=self.region)
        if found is not None and found.kind is DayKind.JOINT_LEAVE and self.joint_leave is JointLeave.COUNT:
            return None
        return found

    def works(self, day: date) -> bool:
        return not self.weekend(day) and self.off(day) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """``skipped``: the days passed over, with the day off or ``None`` for a weekend."""

    due: date
    skipped: tuple[tuple[date, DayOff | None], ...]


def count_working(start: date, length: int, week: Week, *, include_first_day: bool = False) -> Count:
    """The ``length``-th working day after ``start`` (from ``start`` on with ``include_first_day``)."""
    day = start - _DAY if include_first_day else start
    left, skipped = length, []
    while left:
        day += _DAY
        if week.works(day):
            left -= 1
        else:
            skipped.append((day, week.off(day)))
    return Count(due=day, skipped=tuple(skipped))


def count_calendar(start: date, length: int, *, include_first_day: bool = False) -> Count:
    """Every day counts.

    >>> count_calendar(date(2024, 10, 28), 7).due.isoformat()
    '2024-11-04'
    """
    return Count(due=start + timedelta(days=length - int(include_first_day)), skipped=())


def next_working(day: date, week: Week) -> Count:
    """``day`` itself, or the first working day after it."""
    return count_working(day, 1, week, include_first_day=True)
