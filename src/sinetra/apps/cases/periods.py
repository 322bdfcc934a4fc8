"""The week or month that a day lies in: a laporan nihil speaks of a whole one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from sinetra.apps.cases.vocabulary import Period


def bounds(period: Period, day: date) -> tuple[date, date]:
    """First and last day, both included.

    >>> [str(end) for end in bounds(Period.WEEK, date(2024, 11, 22))]
    ['2024-11-18', '2024-11-24']
    >>> [str(end) for end in bounds(Period.MONTH, date(2024, 2, 29))]
    ['2024-02-01', '2024-02-29']
    """
    if period is Period.WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
