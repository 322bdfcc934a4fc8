"""The tables of a unit as they are published: statuses against one dimension, rows in a fixed order."""

from __future__ import annotations

from sinetra.apps.insight.statistics.vocabulary import DIMENSIONS, STATUSES, Unit
from sinetra.core.statistics import ALL, Cell, Published
from sinetra.core.statistics.edition import Row, Table


def tables_of(unit: Unit, published: Published) -> list[Table]:
    """Codes in alphabetic order, totals last; statuses and codes in which there is nothing at all are left out."""
    values = published.margins.values
    statuses = [status for status in STATUSES[unit] if Cell(status) in values]
    found = []
    for dimension in DIMENSIONS[unit]:
        codes = sorted(cell.code for cell in values if (cell.status, cell.dimension) == (ALL, dimension))
        cells = [
            (status, code, Cell(status) if code == ALL else Cell(status, dimension, code))
            for status in (*statuses, ALL)
            for code in (*codes, ALL)
        ]
        rows = tuple(Row(status=status, code=code, value=published.told(cell)) for status, code, cell in cells)
        found.append(Table(unit=unit.value, dimension=dimension.value, rows=rows))
    return found
