"""The proof that a withheld cell stays unknown: another set of numbers, as possible as the true one, that gives the
same published figures.

A move adds whole numbers to some withheld cells so that no sum changes. Along it the cell can go up and down as far
as no cell falls below what a reader knows of it (a withheld cell is at least 1, for an empty one is shown). A move is
a witness: whoever doubts it adds it up. That none was found proves nothing, and then more is withheld.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from sinetra.core.statistics.cells import ALL, Cell
from sinetra.core.statistics.margins import Margins

#: Steps of a search before it gives up.
FEW_STEPS, MOST_STEPS = 25, 400
_FAR = 10**9
_NOWHERE = Cell("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """``steps``: what is added to each cell for 1 at ``cell``. It may be done from ``-down`` to ``up`` times."""

    cell: Cell
    steps: Mapping[Cell, int]
    down: int
    up: int

    @property
    def width(self) -> int:
        """How many numbers, less one, the cell may be."""
        return self.down + self.up


def holds(move: Move, margins: Margins, withheld: Set[Cell], floors: Mapping[Cell, int], width: int) -> bool:
    """Adds it up: it is of withheld cells, changes no sum, and leaves its cell ``width`` + 1 numbers."""
    if not set(move.steps) <= withheld or move.steps.get(move.cell) != 1:
        return False
    for place in {place for cell in move.steps for place in margins.of[cell]}:
        if sum(sign * move.steps.get(cell, 0) for cell, sign in margins.sums[place].signs()):
            return False
    for times in (move.up, -move.down):
        for cell, step in move.steps.items():
            if margins.values[cell] + times * step < max(1, floors.get(cell, 1)):
                return False
    return min(move.up, move.down) >= 0 and move.width >= width


def find_move(
    margins: Margins, withheld: Set[Cell], floors: Mapping[Cell, int], cell: Cell, width: int, steps: int = MOST_STEPS
) -> Move | None:
    """The first that leaves the cell at least ``width`` + 1 numbers. ``floors``: least values that a reader knows."""
    found = one_more(margins, withheld, cell)
    return found or _Search(margins, withheld, floors, cell, width, steps).run()


def one_more(margins: Margins, withheld: Set[Cell], cell: Cell) -> Move | None:
    """Where a status, the grand total and a column of each dimension are withheld: there may be any number more."""
    if Cell(ALL) not in withheld:
        return None
    columns = {dimension: cells for (status, dimension), cells in margins.rows.items() if status == ALL}
    if cell.dimension != ALL:
        columns[cell.dimension] = (Cell(ALL, cell.dimension, cell.code),)
    statuses = [cell.status] if cell.status != ALL else sorted({status for status, _dimension in margins.rows} - {ALL})
    for status in statuses:
        more = [Cell(ALL), Cell(status)]
        for choices in columns.values():
            pairs = ((Cell(status, *column[1:]), column) for column in choices)
            more += next((pair for pair in pairs if set(pair) <= withheld), (_NOWHERE,))
        if status != ALL and set(more) <= withheld:
            return Move(cell=cell, steps=dict.fromkeys(more, 1), down=0, up=_FAR)
    return None


class _Search:
    def __init__(
        self,
        margins: Margins,
        withheld: Set[Cell],
        floors: Mapping[Cell, int],
        cell: Cell,
        width: int,
        left: int,
    ) -> None:
        self.margins, self.withheld, self.floors = margins, withheld, floors
        self.cell, self.width, self.left = cell, width, left
        self.steps: dict[Cell, int] = {}
        self.off: dict[int, int] = {}  # sums that do not come to zero yet

    def run(self) -> Move | None:
        self._add(self.cell, 1)
        return self._go()

    def _go(self) -> Move | None:
        if not self.off:
            return self._move()
        self.left -= 1
        if self.left < 0:
            return None
        place = min(self.off, key=lambda found: (len(self.margins.sums[found].parts), found))
        lacking = self.off[place]
        for _rank, cell, step in self._choices(place, lacking):
            self._add(cell, step)
            if self._room() >= self.width:
                found = self._go()
                if found is not None:
                    return found
            self._add(cell, -step)
        return None

    def _choices(self, place: int, lacking: int) -> list[tuple[tuple[int, int, int], Cell, int]]:
        """Those that mend most other sums first, then those that a reader knows least of."""
        found = []
        for cell, sign in self.margins.sums[place].signs():
            if cell in self.withheld and cell not in self.steps:
                step = -lacking * sign
                broken = 0
                for other in self.margins.of[cell]:
                    after = self.off.get(other, 0) + step * self._sign(other, cell)
                    broken += (after != 0) - (other in self.off)
                slack = -(self.margins.values[cell] - self._floor(cell))
                found.append(((broken, int(cell.is_margin), slack), cell, step))
        return sorted(found)

    def _add(self, cell: Cell, step: int) -> None:
        total = self.steps.get(cell, 0) + step
        if total:
            self.steps[cell] = total
        else:
            self.steps.pop(cell, None)
        for place in self.margins.of[cell]:
            after = self.off.get(place, 0) + step * self._sign(place, cell)
            if after:
                self.off[place] = after
            else:
                self.off.pop(place, None)

    def _sign(self, place: int, cell: Cell) -> int:
        return 1 if self.margins.sums[place].whole == cell else -1

    def _floor(self, cell: Cell) -> int:
        return max(1, self.floors.get(cell, 1))

    def _times(self, direction: int) -> int:
        rooms = [
            (self.margins.values[cell] - self._floor(cell)) // abs(step)
            for cell, step in self.steps.items()
            if step * direction < 0
        ]
        return min(rooms, default=_FAR)

    def _room(self) -> int:
        return self._times(1) + self._times(-1)

    def _move(self) -> Move | None:
        up, down = self._times(1), self._times(-1)
        if up + down < self.width:
            return None
        return Move(cell=self.cell, steps=dict(self.steps), down=down, up=up)
