"""Numbers as a reader of a language writes them, without a library: the drawing and its table share one way."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

#: The greatest amount a chart draws; beyond it a float no longer tells one unit from the next.
GREATEST = 1e15


@dataclass(frozen=True, slots=True)
class Marks:
    """Decimal mark and mark of thousands."""

    decimal: str
    thousands: str

    def say(self, value: float | None, places: int = 0, *, sign: bool = False) -> str:
        """An unknown number is a dash, never a zero.

        >>> INDONESIAN.say(1234.56, 1), ENGLISH.say(-0.04, 1), INDONESIAN.say(3, sign=True), ENGLISH.say(None)
        ('1.234,6', '0.0', '+3', '–')
        """
        if value is None:
            return "–"
        plain = f"{rounded(value, places):{'+' if sign else ''},.{places}f}"
        return plain.translate({ord(","): self.thousands, ord("."): self.decimal})

    def span(self, low: float | None, high: float | None, places: int = 0) -> str:
        """
        >>> INDONESIAN.span(1.25, 4, 1), ENGLISH.span(None, 4)
        ('1,2–4,0', '–')
        """
        if low is None or high is None:
            return "–"
        return f"{self.say(low, places)}–{self.say(high, places)}" if low >= 0 else self._apart(low, high, places)

    def _apart(self, low: float, high: float, places: int) -> str:
        # A dash before a minus sign cannot be read.
        return f"{self.say(low, places)} … {self.say(high, places)}"


INDONESIAN = Marks(",", ".")
ENGLISH = Marks(".", ",")


def rounded(value: float, places: int) -> float:
    """The value as it is printed; minus nothing is nothing.

    >>> rounded(-0.04, 1), rounded(2.25, 1)
    (0.0, 2.2)
    """
    return round(value, places) + 0.0


def checked(*values: float | None) -> None:
    """Errors: ``ValueError`` for what is no finite number up to ``GREATEST``; an unknown one (None) passes."""
    for value in values:
        if value is not None and not (isfinite(value) and abs(value) <= GREATEST):
            raise ValueError(f"a chart draws finite numbers up to {GREATEST:.0e}, not {value}")


def counted(*values: int) -> None:
    """Errors: ``ValueError`` for a count below zero or beyond ``GREATEST``."""
    checked(*values)
    if any(value < 0 for value in values):
        raise ValueError("a count is never below zero")


def interval(low: float | None, high: float | None) -> None:
    """Errors: ``ValueError`` for half an interval, or one whose ends are swapped."""
    checked(low, high)
    if (low is None) != (high is None) or (low is not None and high is not None and low > high):
        raise ValueError("an interval has a lower and an upper end, in this order")
