"""Looks at a publication as an adversary: which withheld cells can be recovered, or are not shown to be safe."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.statistics.bounds import bounds
from sinetra.core.statistics.cells import Cell
from sinetra.core.statistics.moves import holds
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
    """Empty: no small cell is told, and the proof of every withheld one was added up and holds."""
    hidden, floors = published.withheld, published.floors
    found = [
        Leak(cell=cell, least=count, most=count, certain=True, told=True)
        for cell, count in sorted(published.margins.values.items())
        if 0 < count < SMALLEST and cell not in hidden
    ]
    spans = bounds(published.margins, hidden, floors)
    for cell in sorted(hidden):
        least, most = spans[cell]
        certain = most is not None and most - least < WIDTH
        proof = published.proofs.get(cell)
        proven = proof is not None and proof.cell == cell and holds(proof, published.margins, hidden, floors, WIDTH)
        if certain or not proven:
            found.append(Leak(cell=cell, least=least, most=most, certain=certain))
    return tuple(found)
