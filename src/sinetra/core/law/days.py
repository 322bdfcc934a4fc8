"""Dates of the catalogue: a day, or a year of which the day is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The earliest and latest day a date may be: equal when the day is known."""

    earliest: date
    latest: date


def first_and_last_day(value: object) -> Bounds | None:
    """Bounds of ``2024-09-22`` (one day) or ``2024`` (its whole year); None stays None.

    >>> first_and_last_day("2024")
    Bounds(earliest=datetime.date(2024, 1, 1), latest=datetime.date(2024, 12, 31))

    Errors: ``ValueError`` for anything else.
    """
    if value is None:
        return None
    text = str(value)
    if _YEAR.fullmatch(text):
        return Bounds(earliest=date(int(text), 1, 1), latest=date(int(text), 12, 31))
    day = date.fromisoformat(text)
    return Bounds(earliest=day, latest=day)
