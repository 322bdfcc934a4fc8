"""Counting in calendar months, as the windows of UU 10/2016 art. 71(2) and 162(3) are."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date


def shift(day: date, months: int) -> date:
    """The same day of another month, or its last day when the month is too short.

    Errors: OverflowError, as with days.

    >>> shift(date(2024, 9, 22), -6).isoformat()
    '2024-03-22'
    >>> shift(date(2024, 8, 31), -6).isoformat()
    '2024-02-29'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
