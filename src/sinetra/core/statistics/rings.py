"""The least that has to be withheld beside a cell so that it can move: a ring of cells, up and down in turn.

In one table that is a rectangle, of which a side may be the totals of the columns. The total of a status stands in all
tables, so its ring has a pair of cells in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from sinetra.core.statistics.cells import ALL, Cell
from sinetra.core.statistics.margins import Margins

#: A total is missed more than a cell of the same size.
MARGIN_COST = 3


def cheapest(margins: Margins, withheld: Set[Cell], cell: Cell, width: int) -> set[Cell]:
    """What is not withheld of the ring that costs least; empty where there is none that leaves ``width``."""
    rings = _of_status(margins, withheld, cell) if cell.dimension == ALL else _of_table(margins, cell)
    best: tuple[int, list[Cell]] | None = None
    for falls, rises in rings:
        if _room(margins.values, falls) + _room(margins.values, rises) < width:
            continue
        more = sorted({*falls, *rises} - set(withheld))
        cost = _cost(margins.values, more)
        if more and (best is None or (cost, more) < best):
            best = (cost, more)
    return set(best[1]) if best else set()


def _of_table(margins: Margins, cell: Cell) -> Iterator[tuple[list[Cell], list[Cell]]]:
    """Those that fall and those that rise when ``cell`` rises."""
    values, dimension = margins.values, cell.dimension
    codes = [found.code for found in values if (found.status, found.dimension) == cell[:2] and found != cell]
    same = [found.status for found in values if found[1:] == cell[1:] and found != cell]
    for code in codes:
        for status in same:
            opposite = Cell(status, dimension, code)
            if opposite in values:
                yield [Cell(cell.status, dimension, code), Cell(status, dimension, cell.code)], [cell, opposite]


def _of_status(margins: Margins, withheld: Set[Cell], cell: Cell) -> Iterator[tuple[list[Cell], list[Cell]]]:
    if cell.status == ALL:
        return
    values = margins.values
    dimensions = sorted({found.dimension for found in values if found.dimension != ALL})
    others = [found for found in values if found.dimension == ALL and found.status != ALL and found != cell]
    for other in others:
        falls, rises = [other], [cell]
        for dimension in dimensions:
            options = list(_through(values, dimension, cell.status, other.status))
            if not options:
                break
            down, up = min(
                options,
                key=lambda pair: (_cost(values, [one for one in (*pair[0], *pair[1]) if one not in withheld]), pair),
            )
            falls += down
            rises += up
        else:
            yield falls, rises


def _through(
    values: Mapping[Cell, int], dimension: str, rising: str, falling: str
) -> Iterator[tuple[list[Cell], list[Cell]]]:
    """Ways through one table from a status to another: in one column, else over the totals of two."""
    ups = [cell for cell in values if (cell.status, cell.dimension) == (rising, dimension)]
    downs = [cell for cell in values if (cell.status, cell.dimension) == (falling, dimension) and values[cell] > 1]
    columns = {down.code for down in downs} & {up.code for up in ups}
    for code in columns:
        yield [Cell(falling, dimension, code)], [Cell(rising, dimension, code)]
    if not columns:
        for up in ups:
            for down in downs:
                yield [down, Cell(ALL, dimension, down.code)], [up, Cell(ALL, dimension, up.code)]


def _room(values: Mapping[Cell, int], cells: list[Cell]) -> int:
    return min(values[cell] for cell in cells) - 1


def _cost(values: Mapping[Cell, int], cells: list[Cell]) -> int:
    return sum(values[cell] * (MARGIN_COST if cell.is_margin else 1) for cell in cells)
