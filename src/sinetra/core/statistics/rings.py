"""The least that has to be withheld beside a cell so that it can move: a ring of cells, up and down in turn.

In one table that is a rectangle, of which a side may be the totals of the columns. The total of a status stands in all
tables, so its ring has a way through each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sinetra.core.statistics.cells import ALL, Cell
from sinetra.core.statistics.margins import Margins
from sinetra.core.statistics.moves import Move

#: A total is missed more than a cell of the same size.
MARGIN_COST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """``falls`` fall by 1 when ``rises`` rise by 1. ``more``: what of it is not withheld yet."""

    falls: tuple[Cell, ...]
    rises: tuple[Cell, ...]
    more: frozenset[Cell]

    def move(self, margins: Margins, floors: Mapping[Cell, int], cell: Cell) -> Move:
        """Of ``cell``, once all of it is withheld."""
        up, down = _room(margins.values, floors, self.falls), _room(margins.values, floors, self.rises)
        steps = dict.fromkeys(self.rises, 1) | dict.fromkeys(self.falls, -1)
        return Move(cell=cell, steps=steps, down=down, up=up)


def cheapest(margins: Margins, withheld: Set[Cell], floors: Mapping[Cell, int], cell: Cell, width: int) -> Ring | None:
    """The ring of which the least is told; None where there is none that leaves ``width``."""
    values = margins.values
    rings = _of_status(margins, withheld, cell) if cell.dimension == ALL else _of_table(margins, cell)
    best: tuple[int, Sequence[Cell], Sequence[Cell]] | None = None
    for falls, rises in rings:
        cost = sum(_cost(values, one) for one in (*falls, *rises) if one not in withheld)
        if best is not None and cost >= best[0]:
            continue
        if _room(values, floors, falls) + _room(values, floors, rises) >= width:
            best = (cost, falls, rises)
            if cost == 0:
                break
    if best is None:
        return None
    _total, falls, rises = best
    return Ring(falls=tuple(falls), rises=tuple(rises), more=frozenset({*falls, *rises} - withheld))


def _of_table(margins: Margins, cell: Cell) -> Iterator[tuple[Sequence[Cell], Sequence[Cell]]]:
    """Those that fall and those that rise when ``cell`` rises."""
    values, dimension = margins.values, cell.dimension
    row = [beside for beside in margins.rows[cell.status, dimension] if beside != cell]
    for above in margins.columns[dimension, cell.code]:
        if above == cell:
            continue
        for beside in row:
            opposite = Cell(above.status, dimension, beside.code)
            if opposite not in values:
                continue
            if ALL in (cell.status, above.status):  # A total goes the way of its part.
                yield (beside, opposite), (cell, above)
            else:
                yield (beside, above), (cell, opposite)


def _of_status(margins: Margins, withheld: Set[Cell], cell: Cell) -> Iterator[tuple[Sequence[Cell], Sequence[Cell]]]:
    if cell.status == ALL:
        return
    dimensions = sorted(dimension for status, dimension in margins.rows if status == ALL)
    statuses = sorted({status for status, _dimension in margins.rows} - {ALL, cell.status})
    for status in statuses:
        falls, rises = [Cell(status)], [cell]
        for dimension in dimensions:
            way = _through(margins, withheld, dimension, cell.status, status)
            if way is None:
                break
            falls += way[0]
            rises += way[1]
        else:
            yield falls, rises


def _through(
    margins: Margins, withheld: Set[Cell], dimension: str, rising: str, falling: str
) -> tuple[list[Cell], list[Cell]] | None:
    """The cheapest way through one table from a status to another: in one column, else over the totals of two."""
    values = margins.values
    ups = {cell.code: cell for cell in margins.rows.get((rising, dimension), ())}
    downs = {cell.code: cell for cell in margins.rows.get((falling, dimension), ()) if values[cell] > 1}

    def cost(cells: Sequence[Cell]) -> tuple[int, int]:
        # Of those that cost the same, the one with most room.
        return sum(_cost(values, one) for one in cells if one not in withheld), -min(values[one] for one in cells)

    straight = [(downs[code], ups[code]) for code in downs if code in ups]
    if straight:
        down, up = min(straight, key=lambda pair: (cost(pair), pair))
        return [down], [up]
    if not ups or not downs:
        return None
    down = min(downs.values(), key=lambda one: (cost((one, Cell(ALL, dimension, one.code))), one))
    up = min(ups.values(), key=lambda one: (cost((one, Cell(ALL, dimension, one.code))), one))
    return [down, Cell(ALL, dimension, down.code)], [up, Cell(ALL, dimension, up.code)]


def _room(values: Mapping[Cell, int], floors: Mapping[Cell, int], cells: Sequence[Cell]) -> int:
    return min(values[cell] - max(1, floors.get(cell, 1)) for cell in cells)


def _cost(values: Mapping[Cell, int], cell: Cell) -> int:
    return values[cell] * (MARGIN_COST if cell.is_margin else 1)
