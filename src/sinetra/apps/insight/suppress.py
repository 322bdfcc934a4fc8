"""Small cells: a count that could point at a person is withheld, and so is what would give it away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def suppress_labels(name: str, counts: Mapping[str, int]) -> Table:
    """For a table whose labels are the secret: people known by name are counted, and a row says something of them.

    A small cell looks like an empty one: all below ``least`` are withheld. It rises until their sum is not small and
    leaves more than one way to make it up (4, 4 and 4 would be known from 12). Nothing but the total is told while
    all could be of one label.

    >>> suppress_labels("t", {"a": 9, "b": 20, "c": 3, "d": 0}).cells
    {'a': None, 'b': 20, 'c': None, 'd': None}
    >>> suppress_labels("t", {"a": 9, "b": 20, "c": 0}).cells
    {'a': 9, 'b': 20, 'c': 0}
    >>> suppress_labels("t", {"a": 9, "b": 0})
    Table(name='t', cells={'a': None, 'b': None}, total=9)
    >>> suppress_labels("t", {"a": 2, "b": 0})
    Table(name='t', cells={'a': None, 'b': None}, total=None)
    """
    values = counts.values()
    least, hidden = SMALLEST, [count for count in values if count < SMALLEST]
    while len(hidden) < len(values) and (0 < sum(hidden) < SMALLEST or set(hidden) == {SMALLEST - 1}):
        least = min(count for count in values if count >= least) + 1
        hidden = [count for count in values if count < least]
    total = sum(values)
    if not any(hidden):
        least = total + 1 if len(values) - len(hidden) == 1 else 0
    cells = {code: count if count >= least else None for code, count in counts.items()}
    return Table(name=name, cells=cells, total=None if 0 < total < SMALLEST else total)


def keeps_apart(whole: int, parts: Iterable[int]) -> bool:
    """May ``whole`` be told beside the totals of its parts? Each that is withheld must still be anything from 1 to 4.

    >>> keeps_apart(11, [10, 1]), keeps_apart(20, [10, 1]), keeps_apart(11, [10])
    (False, True, True)
    """
    counted = list(parts)
    withheld = sum(0 < count < SMALLEST for count in counted)
    left = whole - sum(count for count in counted if count >= SMALLEST)
    return not withheld or left >= withheld + SMALLEST - 2


def conceal(table: Table) -> Table:
    """The table without its numbers, for one that would give away a withheld cell of another. Zeros stay."""
    cells = {code: value if value == 0 else None for code, value in table.cells.items()}
    return replace(table, cells=cells, total=table.total if table.total == 0 else None)
