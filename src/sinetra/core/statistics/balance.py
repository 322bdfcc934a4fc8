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
    """``total`` was counted apart from the statuses; ``summed`` is their sum."""

    unit: str
    total: int
    summed: int

    @property
    def holds(self) -> bool:
        return self.total == self.summed


class Unbalanced(VerificationFailed):
    """A figure that does not add up: in which table or status (``where``), what it should be, what its rows make."""

    code = "does_not_balance"

    def __init__(self, *, unit: str, where: str, total: int, summed: int) -> None:
        super().__init__(
            gettext_noop(
                "%(unit)s, %(where)s: jumlah barisnya %(summed)s, seluruhnya %(total)s; selisih %(difference)s."
            ),
            unit=unit,
            where=where,
            total=total,
            summed=summed,
            difference=summed - total,
        )
        self.where, self.total, self.summed = where, total, summed


def balanced(unit: str, total: int, cells: Mapping[Cell, int], statuses: Collection[str]) -> Balance:
    """``total``: how many there are by another count than that of the cells; ``statuses``: those that there are.

    Errors: ``Unbalanced`` naming the first table in which the statuses do not make the total, or a status that is not
    known.
    """
    unknown = sorted({cell.status for cell in cells} - {*statuses, ALL})
    if unknown:
        known = total - cells.get(Cell(unknown[0]), 0)
        raise Unbalanced(unit=unit, where=unknown[0], total=total, summed=known)
    summed = sum(cells.get(Cell(status), 0) for status in statuses)
    if summed != total or cells.get(Cell(ALL), 0) != total:
        raise Unbalanced(unit=unit, where="status", total=total, summed=summed)
    tables: Counter[tuple[str, str]] = Counter()
    for cell, count in cells.items():
        if cell.dimension != ALL:
            tables[cell.dimension, cell.status] += count
    totals = [cell for cell in sorted(cells) if cell.dimension == ALL]
    for dimension in sorted({dimension for dimension, _status in tables}):
        for cell in totals:
            found = tables[dimension, cell.status]
            if found != cells[cell]:
                raise Unbalanced(unit=unit, where=dimension, total=cells[cell], summed=found)
    return Balance(unit=unit, total=total, summed=summed)
