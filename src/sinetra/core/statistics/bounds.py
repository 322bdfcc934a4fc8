"""What a reader concludes from sums alone: the least and the most that each withheld cell can be.

The bounds are those of one sum after the other, until nothing moves any more. What comes out narrow is known for
certain; what comes out wide may still be narrower by several sums together. So this finds leaks, and proves none away
(``moves`` does).
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from sinetra.core.statistics.cells import Cell
from sinetra.core.statistics.margins import Margins, Sum

Span = tuple[int, int | None]


def bounds(margins: Margins, withheld: Set[Cell], floors: Mapping[Cell, int]) -> dict[Cell, Span]:
    """Least and most of each withheld cell; ``None``: no end."""
    spans: dict[Cell, Span] = {
        cell: (max(1, floors.get(cell, 1)), None) if cell in withheld else (count, count)
        for cell, count in margins.values.items()
    }
    waiting = list(range(len(margins.sums)))
    queued = set(waiting)
    while waiting:
        place = waiting.pop()
        queued.discard(place)
        for cell in _narrow(margins.sums[place], spans):
            for other in margins.of[cell]:
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)
    return {cell: spans[cell] for cell in withheld}


def _narrow(found: Sum, spans: dict[Cell, Span]) -> list[Cell]:
    """The cells whose span became narrower."""
    least = sum(spans[part][0] for part in found.parts)
    ends = [spans[part][1] for part in found.parts]
    open_ends = sum(end is None for end in ends)
    most = sum(end for end in ends if end is not None)
    whole_low, whole_high = spans[found.whole]
    changed = []
    if _put(spans, found.whole, least, None if open_ends else most):
        changed.append(found.whole)
    for part, end in zip(found.parts, ends, strict=True):
        start = spans[part][0]
        others_are_open = open_ends - (end is None)
        low = start if others_are_open else whole_low - (most - (end or 0))
        high = None if whole_high is None else whole_high - (least - start)
        if _put(spans, part, low, high):
            changed.append(part)
    return changed


def _put(spans: dict[Cell, Span], cell: Cell, low: int, high: int | None) -> bool:
    old_low, old_high = spans[cell]
    new_low = max(old_low, low)
    new_high = old_high if high is None else high if old_high is None else min(old_high, high)
    spans[cell] = (new_low, new_high)
    return spans[cell] != (old_low, old_high)
