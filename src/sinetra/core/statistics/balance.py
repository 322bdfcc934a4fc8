"""The sum of the statuses is the total, in every table; what does not come out is not published but told.

Published figures often mix units or overlap (procedure C.3): 667 + 436 + 4 + 24 + 27 is 1,158, and the 19 punished of
the same bulletin sit inside another line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.core.statistics.cells import ALL, Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """``by_status`` sums to ``total``. ``total`` was counted apart from them; ``summed`` is their sum."""

    unit: str
    total: int
    summed: int

    @property
    def holds(self) -> bool:
        return self.total == self.summed


class Unbalanced(VerificationFailed):
    """A figure that does not add up. ``params``: unit, where, total, summed, difference."""

    code = "does_not_balance"


def balanced(unit: str, total: int, cells: Mapping[Cell, int], statuses: Collection[str]) -> Balance:
    """``total``: how many there are by another count than that of the cells; ``statuses``: those that there are.

    Errors: ``Unbalanced`` naming the first table in which the statuses do not make the total, or a status that is not
    known.
    """
    unknown = sorted({cell.status for cell in cells} - {*statuses, ALL})
    if unknown:
        raise _unbalanced(unit, unknown[0], total, total - cells.get(Cell(unknown[0]), 0))
    summed = sum(cells.get(Cell(status), 0) for status in statuses)
    if summed != total or cells.get(Cell(ALL), 0) != total:
        raise _unbalanced(unit, "status", total, summed)
    tables: Counter[tuple[str, str]] = Counter()
    for cell, count in cells.items():
        if cell.dimension != ALL:
            tables[cell.dimension, cell.status] += count
    totals = [cell for cell in sorted(cells) if cell.dimension == ALL]
    for dimension in sorted({dimension for dimension, _status in tables}):
        for cell in totals:
            if tables[dimension, cell.status] != cells[cell]:
                raise _unbalanced(unit, dimension, cells[cell], tables[dimension, cell.status])
    return Balance(unit=unit, total=total, summed=summed)


def _unbalanced(unit: str, where: str, total: int, summed: int) -> Unbalanced:
    return Unbalanced(
        gettext_noop("%(unit)s, %(where)s: jumlah barisnya %(summed)s, seluruhnya %(total)s; selisih %(difference)s."),
        unit=unit,
        where=where,
        total=total,
        summed=summed,
        difference=summed - total,
    )
