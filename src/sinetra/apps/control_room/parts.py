"""Closed sets of the kept figures. Values are stored: rename nothing."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Part(StrEnum):
    """``step``: matters whose last step it is. ``open``: open ones by step and age. The others: by what they are of."""

    STEP = "step"
    OPEN = "open"
    KIND = "kind"
    STAGE = "stage"
    ACT = "act"
    POSITION = "position"


class Step(StrEnum):
    """The way of a matter, in order. At an office that receives matters from others the words differ (``RECEIVED``):
    taken in, acknowledged, examined, decided, sanctioned."""

    OPENED = "opened"
    REGISTERED = "registered"
    DECIDED = "decided"
    SENT = "sent"
    SANCTIONED = "sanctioned"


STEPS = tuple(Step)
#: Last day of each age in days; the last has no end.
AGES: tuple[int | None, ...] = (7, 30, 90, None)
#: Position of people of whom the matter names none.
UNNAMED = "unnamed"


def age_place(days: int) -> int:
    """
    >>> [age_place(days) for days in (-1, 0, 7, 8, 90, 91)]
    [0, 0, 0, 1, 2, 3]
    """
    return next(place for place, last in enumerate(AGES) if last is None or days <= last)


def opened_between(place: int, day: date) -> tuple[date | None, date | None]:
    """First and last day of opening of what is in the age on ``day``; None: no end there.

    >>> opened_between(1, date(2024, 11, 22))
    (datetime.date(2024, 10, 23), datetime.date(2024, 11, 14))
    """
    last = AGES[place]
    first = None if last is None else day - timedelta(days=last)
    return first, None if place == 0 else day - timedelta(days=int(AGES[place - 1] or 0) + 1)


def open_code(reached: int, age: int) -> str:
    return f"{STEPS[reached]}.{age}"
