"""What one edition publishes, as bytes: the same figures always give the same bytes, and the bytes the figures."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.statistics.cells import ALL, Cell

FORMAT = "sinetra-statistics-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``status`` and ``code`` may be ``ALL``. ``value`` None: withheld."""

    status: str
    code: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A status against one dimension, with totals; of a unit with nothing in it only the grand total, 0."""

    unit: str
    dimension: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        return f"{self.unit}-by-{self.dimension}"

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.code for row in self.rows if row.code != ALL))

    @property
    def statuses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.status for row in self.rows if row.status != ALL))

    @property
    def total(self) -> int | None:
        return self.value(ALL, ALL)

    @property
    def withheld(self) -> int:
        return sum(row.value is None for row in self.rows)

    def value(self, status: str, code: str) -> int | None:
        """0 for what is not there."""
        return next((row.value for row in self.rows if (row.status, row.code) == (status, code)), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A unit that is not published, for its figures do not balance, and in which table or status (``where``). By how
    much is not told: the total of a unit may itself be small."""

    unit: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NilLine:
    """``statements``: how many weeks (or months) that begin in the quarter offices stated to be nil."""

    period: str
    quarter: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """``withholding`` names the rule; ``balanced``: units whose statuses were found to sum to a total counted apart."""

    query: str
    version: int
    as_of: date
    smallest: int
    tables: tuple[Table, ...]
    balanced: tuple[str, ...]
    refused: tuple[Refused, ...]
    nil_reports: tuple[NilLine, ...]

    def table(self, name: str) -> Table:
        """Errors: ``KeyError``."""
        for found in self.tables:
            if found.name == name:
                return found
        raise KeyError(name)

    def told(self) -> dict[tuple[str, Cell], int]:
        """Every number that is told, by unit and cell."""
        return {
            (table.unit, _cell(table.dimension, row)): row.value
            for table in self.tables
            for row in table.rows
            if row.value is not None
        }

    def content(self) -> bytes:
        return canonical({"format": FORMAT, **asdict(self)})


def _cell(dimension: str, row: Row) -> Cell:
    return Cell(row.status) if row.code == ALL else Cell(row.status, dimension, row.code)


def edition_of(content: bytes) -> Edition:
    """Errors: ``ValueError`` for what is no edition."""
    told: dict[str, Any] = json.loads(content)
    if told.get("format") != FORMAT:
        raise ValueError("not an edition of open statistics")
    return Edition(
        query=told["query"],
        version=told["version"],
        as_of=date.fromisoformat(told["as_of"]),
        smallest=told["smallest"],
        tables=tuple(
            Table(unit=found["unit"], dimension=found["dimension"], rows=tuple(Row(**row) for row in found["rows"]))
            for found in told["tables"]
        ),
        balanced=tuple(told["balanced"]),
        refused=tuple(Refused(**found) for found in told["refused"]),
        nil_reports=tuple(NilLine(**found) for found in told["nil_reports"]),
    )
