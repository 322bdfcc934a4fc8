"""What is counted, and the cells that come of it: of each unit the status against one dimension at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

#: A margin: every status, or no dimension.
ALL = "*"


class Cell(NamedTuple):
    """One number of a publication. ``Cell("examined", "region", "99.71")`` stands inside a table; with ``ALL`` for its
    status it is the total of a column, with ``ALL`` for dimension and code that of a status."""

    status: str
    dimension: str = ALL
    code: str = ALL

    @property
    def is_margin(self) -> bool:
        return self.status == ALL or self.dimension == ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One case, person or act, or ``count`` of them that are alike: exactly one status, one code a dimension."""

    status: str
    codes: Mapping[str, str]
    count: int = 1


def counted(items: Iterable[Item]) -> dict[Cell, int]:
    """Every cell that is not empty, with all margins.

    >>> found = counted([Item(status="open", codes={"region": "99.71"}, count=2)])
    >>> found[Cell("open", "region", "99.71")], found[Cell(ALL, "region", "99.71")], found[Cell("open")]
    (2, 2, 2)
    """
    found: Counter[Cell] = Counter()
    for item in items:
        for status in (item.status, ALL):
            found[Cell(status)] += item.count
            for dimension, code in item.codes.items():
                found[Cell(status, dimension, code)] += item.count
    return {cell: count for cell, count in found.items() if count}
