"""How the cells of one unit hang together: every sum that a reader can do, over all its tables at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sinetra.core.statistics.cells import ALL, Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """``whole`` is the sum of ``parts``."""

    whole: Cell
    parts: tuple[Cell, ...]

    def signs(self) -> Iterable[tuple[Cell, int]]:
        """As an equation that comes to zero."""
        yield self.whole, 1
        for part in self.parts:
            yield part, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The true cells of one unit (those that are not empty) and every sum among them.

    Tables of one unit share the totals of the statuses and the grand total, and nothing else; so whatever can be
    concluded from all of them together can be concluded from these sums. ``of``: places of the sums of a cell.
    ``rows``: cells by status and dimension; ``columns``: by dimension and code; both with the totals of columns.
    """

    values: Mapping[Cell, int]
    sums: tuple[Sum, ...]
    of: Mapping[Cell, tuple[int, ...]]
    rows: Mapping[tuple[str, str], tuple[Cell, ...]]
    columns: Mapping[tuple[str, str], tuple[Cell, ...]]


def margins(values: Mapping[Cell, int]) -> Margins:
    """Empty cells take part in no sum: that they are empty is shown."""
    parts: dict[Cell, list[Cell]] = {}
    by_dimension: dict[str, list[Cell]] = {}
    for cell in sorted(values):
        if cell.dimension == ALL:
            continue
        if cell.status == ALL:
            by_dimension.setdefault(cell.dimension, []).append(cell)
        else:
            parts.setdefault(Cell(ALL, cell.dimension, cell.code), []).append(cell)
    rows: dict[tuple[str, str], list[Cell]] = {}
    for cell in sorted(values):
        if cell.status != ALL and cell.dimension != ALL:
            rows.setdefault((cell.status, cell.dimension), []).append(cell)
    statuses = tuple(cell for cell in sorted(values) if cell.dimension == ALL and cell.status != ALL)
    sums = [Sum(whole=column, parts=tuple(cells)) for column, cells in parts.items()]
    sums += [Sum(whole=Cell(status), parts=tuple(cells)) for (status, _dimension), cells in rows.items()]
    sums += [Sum(whole=Cell(ALL), parts=tuple(cells)) for cells in by_dimension.values()]
    if statuses:
        sums.append(Sum(whole=Cell(ALL), parts=statuses))
    of: dict[Cell, list[int]] = {cell: [] for cell in values}
    for place, found in enumerate(sums):
        for cell, _sign in found.signs():
            of[cell].append(place)
    return Margins(
        values=values,
        sums=tuple(sums),
        of={cell: tuple(places) for cell, places in of.items()},
        rows={(ALL, name): tuple(cells) for name, cells in by_dimension.items()}
        | {key: tuple(cells) for key, cells in rows.items()},
        columns={
            (column.dimension, column.code): (*cells, column) for column, cells in parts.items() if column in values
        },
    )
