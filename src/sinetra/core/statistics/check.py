"""Looks at a publication as somebody who wants to know: which withheld cells can be recovered, or cannot be shown safe."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.statistics.bounds import bounds
from sinetra.core.statistics.cells import Cell
from sinetra.core.statistics.moves import find_move
from sinetra.core.statistics.protect import SMALLEST, WIDTH, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """``least`` and ``most``: what the cell can be by the sums (``most`` None: no end). ``certain``: these bounds tell
    it; else nothing proves that it is safe. ``told``: it is small and is not even withheld."""

    cell: Cell
    least: int
    most: int | None
    certain: bool
    told: bool = False


def leaks(published: Published) -> tuple[Leak, ...]:
    """Empty: of every withheld cell a move proves that it may be at least four numbers."""
    found = [
        Leak(cell=cell, least=count, most=count, certain=True, told=True)
        for cell, count in sorted(published.margins.values.items())
        if 0 < count < SMALLEST and cell not in published.withheld
    ]
    spans = bounds(published.margins, published.withheld, published.floors)
    for cell in sorted(published.withheld):
        least, most = spans[cell]
        certain = most is not None and most - least < WIDTH
        if certain or find_move(published.margins, published.withheld, published.floors, cell, WIDTH) is None:
            found.append(Leak(cell=cell, least=least, most=most, certain=certain))
    return tuple(found)
