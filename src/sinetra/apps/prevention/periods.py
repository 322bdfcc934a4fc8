"""How long what prevention keeps about a person stays. Pages say the same numbers."""

from __future__ import annotations

from datetime import date

#: A pledge is about one election and the service after it; the next election asks anew.
SIGNATURE_YEARS = 2
#: As long as somebody may have to show what they attended, for example at a promotion.
CERTIFICATE_YEARS = 5


def years_before(day: date, years: int) -> date:
    """
    >>> years_before(date(2024, 2, 29), 1)
    datetime.date(2023, 2, 28)
    """
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)
