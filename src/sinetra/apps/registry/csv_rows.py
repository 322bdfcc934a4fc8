"""A whole table from a small CSV file; files of people and units are read row by row (``tables.open_table``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sinetra.apps.registry.tables.columns import Column, Holds
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import SHOWN, BadRows, Problem, Problems, raise_if
from sinetra.apps.registry.tables.row import TableRow as CsvRow

__all__ = ["SHOWN", "BadRows", "CsvRow", "Problem", "open_csv", "raise_if"]


def open_csv(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[CsvRow]:
    """The rows of a file in UTF-8 or Windows-1252, split by comma or semicolon, or of an XLSX workbook.

    Errors: ``BadInput`` for a file that cannot be read, is empty or binary, or lacks a column; ``BadRows`` for rows
    with too many cells. Order of columns does not matter; a column that nobody asked for is an error.
    """
    problems = Problems()
    wanted = [Column(name=name, required=name in columns, holds=Holds.CODE) for name in (*columns, *optional)]
    rows = list(open_table(path, wanted, problems))
    problems.raise_if_any()
    return rows
