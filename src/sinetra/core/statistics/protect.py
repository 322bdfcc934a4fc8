"""Which cells are withheld: small ones, small changes since they were last shown, and what would give them away.

A count from 1 to 4 could point at a person. Nothing (0) says nothing about anybody and stays. The same holds for a
change: whoever sets two editions against each other must not read 1 to 4 new cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sinetra.core.statistics import rings
from sinetra.core.statistics.cells import ALL, Cell
from sinetra.core.statistics.margins import Margins
from sinetra.core.statistics.moves import FEW_STEPS, MOST_STEPS, Move, find_move, one_more

SMALLEST = 5
#: A withheld cell may still be at least so many numbers more than one: 1, 2, 3 and 4.
WIDTH = SMALLEST - 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two units that go together: a case has somebody in it and an act. Where the cases are ``withheld``, so are these;
    where they are told, these are taken to be at ``least`` as many."""

    withheld: frozenset[Cell] = frozenset()
    least: Mapping[Cell, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """``withheld`` of ``margins``; all other cells are told. ``proofs``: why each withheld cell stays unknown.
    ``floors``: what an earlier edition told of cells that only grow."""

    margins: Margins
    withheld: frozenset[Cell]
    proofs: Mapping[Cell, Move]
    floors: Mapping[Cell, int]

    def told(self, cell: Cell) -> int | None:
        """``None``: withheld. A cell that is not there is empty: 0."""
        return None if cell in self.withheld else self.margins.values.get(cell, 0)


def protect(
    margins: Margins, shown_before: Mapping[Cell, int] | None = None, beside: Beside | None = None
) -> Published:
    """``shown_before``: what each cell was when it was last told, in any earlier edition. ``beside``: what the figures
    of another unit say of these."""
    before, other = shown_before or {}, beside or Beside()
    floors = floors_of(margins.values, before)
    for cell, least in other.least.items():
        if least <= margins.values.get(cell, 0):
            floors[cell] = max(least, floors.get(cell, 1))
    withheld = small(margins.values, before) | (other.withheld & margins.values.keys())
    proofs: dict[Cell, Move] = {}
    # The total of a status stands in all tables: what it needs comes first.
    waiting = sorted(withheld, key=lambda cell: (cell.dimension == ALL, cell))
    while waiting:
        cell = waiting.pop()
        move, more = _prove(margins, withheld, floors, cell)
        if move is None and not more:
            return _nothing(margins, floors)
        withheld |= more
        waiting[:0] = sorted(more)
        if move is None:
            waiting.append(cell)
        else:
            proofs[cell] = move  # It stays one: what is withheld is never told again.
    return Published(margins=margins, withheld=frozenset(withheld), proofs=proofs, floors=floors)


def _nothing(margins: Margins, floors: Mapping[Cell, int]) -> Published:
    """No number at all. There may always be one more of what nobody is told anything about."""
    withheld = frozenset(margins.values)
    moves = {cell: one_more(margins, withheld, cell) for cell in withheld}
    proofs = {cell: move for cell, move in moves.items() if move is not None}
    return Published(margins=margins, withheld=withheld, proofs=proofs, floors=floors)


def small(values: Mapping[Cell, int], before: Mapping[Cell, int]) -> set[Cell]:
    """What may not be told by itself."""
    return {
        cell
        for cell, count in values.items()
        if 0 < count < SMALLEST or 0 < abs(count - before.get(cell, count)) < SMALLEST
    }


def floors_of(values: Mapping[Cell, int], before: Mapping[Cell, int]) -> dict[Cell, int]:
    """A reader takes it that totals over all statuses do not fall; where one did (a clearance, a hand-over) that is
    wrong, and helps nobody."""
    return {
        cell: before[cell] for cell, count in values.items() if cell.status == ALL and 0 < before.get(cell, 0) <= count
    }


def _prove(
    margins: Margins, withheld: set[Cell], floors: Mapping[Cell, int], cell: Cell
) -> tuple[Move | None, set[Cell]]:
    """A move of the cell, and what has to be withheld for it besides; at last neither."""
    ring = rings.cheapest(margins, withheld, floors, cell, WIDTH)
    if ring is not None and not ring.more:
        return ring.move(margins, floors, cell), set()
    move = find_move(margins, withheld, floors, cell, WIDTH, FEW_STEPS if ring is not None else MOST_STEPS)
    if move is not None:
        return move, set()
    if ring is not None:
        return ring.move(margins, floors, cell), set(ring.more)
    near = [other for place in margins.of[cell] for other, _sign in margins.sums[place].signs()]
    linked = {other for other in near if other not in withheld} or _reached(margins, withheld, cell)
    if not linked:
        return None, set()
    return None, {min(linked, key=lambda other: (other.is_margin, margins.values[other], other))}


def _reached(margins: Margins, withheld: set[Cell], cell: Cell) -> set[Cell]:
    """Cells that are told and share a sum with a withheld one that hangs together with ``cell``."""
    seen, todo, told = {cell}, [cell], set()
    while todo:
        for place in margins.of[todo.pop()]:
            for other, _sign in margins.sums[place].signs():
                if other not in withheld:
                    told.add(other)
                elif other not in seen:
                    seen.add(other)
                    todo.append(other)
    return told
