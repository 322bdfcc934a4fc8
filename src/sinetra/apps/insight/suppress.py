"""Small cells: a count that could point at a person is withheld, and so is what would give it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

#: A count from 1 to 4 is withheld; nothing (0) says nothing about anybody and stays.
SMALLEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts by code, in the order of the source. ``None``: withheld. ``total`` is withheld when it is small itself."""

    name: str
    cells: Mapping[str, int | None]
    total: int | None

    @property
    def is_empty(self) -> bool:
        return self.total == 0

    @property
    def withheld(self) -> bool:
        return self.total is None or None in self.cells.values()


def suppress(name: str, counts: Mapping[str, int], *, adds_up: bool = True) -> Table:
    """The table that may be shown.

    The total gives away the sum of the withheld cells. So there are at least two of them, and together they are
    not small (1 and 1 would be known from 2): until then the next smallest cell is withheld as well. ``adds_up`` is
    False where a thing may count in several cells, so that the total is not their sum and is not shown.

    >>> suppress("t", {"a": 3, "b": 9, "c": 20, "d": 0}).cells
    {'a': None, 'b': None, 'c': 20, 'd': 0}
    >>> suppress("t", {"a": 1, "b": 1, "c": 6, "d": 7}).cells
    {'a': None, 'b': None, 'c': None, 'd': 7}
    >>> suppress("t", {"a": 1, "b": 2}).total is None
    True
    """
    total = sum(counts.values())
    hidden = {code for code, count in counts.items() if 0 < count < SMALLEST}
    others = sorted((count, code) for code, count in counts.items() if count >= SMALLEST)
    while adds_up and hidden and others and (len(hidden) == 1 or sum(counts[code] for code in hidden) < SMALLEST):
        hidden.add(others.pop(0)[1])
    cells = {code: None if code in hidden else count for code, count in counts.items()}
    return Table(name=name, cells=cells, total=None if 0 < total < SMALLEST else total)


def conceal(table: Table) -> Table:
    """The table without its numbers, for one that would give away a withheld cell of another. Zeros stay."""
    cells = {code: value if value == 0 else None for code, value in table.cells.items()}
    return replace(table, cells=cells, total=table.total if table.total == 0 else None)
