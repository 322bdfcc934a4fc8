"""Which counts of a city and its kecamatan may be told beside each other: no small one follows from the rest."""

from __future__ import annotations

from collections.abc import Collection

from sinetra.apps.insight.suppress import SMALLEST


def is_few(number: int) -> bool:
    """
    >>> [is_few(number) for number in (0, 1, 4, 5)]
    [False, True, True, False]
    """
    return 0 < number < SMALLEST


def may_tell(whole: int, parts: Collection[int]) -> tuple[bool, bool]:
    """Of the city, and of all its parts: one part that is small would be known from the city and the others.

    >>> may_tell(12, [7, 5]), may_tell(12, [7, 0]), may_tell(12, [9, 3]), may_tell(3, [3, 0])
    ((True, True), (True, True), (True, False), (False, False))
    """
    rest = whole - sum(parts)
    return not is_few(whole), not any(is_few(number) for number in (*parts, rest))
