"""From numbers to units of the drawing, with round numbers for the axis."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """``low``..``high`` on ``start``..``end``; what lies outside is drawn at the edge."""

    low: float
    high: float
    start: int
    end: int

    def at(self, value: float) -> int:
        """
        >>> Scale(0, 100, 10, 110).at(25), Scale(0, 100, 110, 10).at(25), Scale(0, 1, 0, 9).at(7)
        (35, 85, 9)
        """
        if self.high <= self.low:
            return self.start
        part = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return round(self.start + part * (self.end - self.start))


def step(low: float, high: float, count: int = 4) -> float:
    """1, 2 or 5 times a power of ten, so that about ``count`` steps span the numbers.

    >>> step(0, 100), step(0, 7), step(3, 3)
    (50.0, 2.0, 1.0)
    """
    span = (high - low) / count
    # Numbers that differ by less than any reader could see share one step.
    if span < 1e-9:
        return 1.0
    power = 10.0 ** floor(log10(span))
    return next((power * times for times in (1, 2, 5) if power * times >= span * (1 - 1e-9)), power * 10)


def ticks(low: float, high: float, count: int = 4) -> tuple[float, ...]:
    """Round numbers that enclose ``low``..``high``; two at least.

    >>> ticks(0, 100), ticks(-3, 12)
    ((0.0, 50.0, 100.0), (-5.0, 0.0, 5.0, 10.0, 15.0))
    """
    one = step(low, high, count)
    first, last = floor(low / one + 1e-9), ceil(high / one - 1e-9)
    return tuple(at * one for at in range(first, max(last, first + 1) + 1))


def places(one: float) -> int:
    """Decimals that tell one tick from the next.

    >>> places(50.0), places(0.2), places(0.05)
    (0, 1, 2)
    """
    return max(0, -floor(log10(one) + 1e-9)) if one < 1 else 0
