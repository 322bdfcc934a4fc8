"""The rows of an XLSX workbook, one at a time, read without computing anything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sinetra.apps.registry.tables.columns import Column, Holds, check_head, optional, required
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.apps.registry.tables.row import DAMAGED, TableRow
from sinetra.apps.registry.tables.xlsx_cell import Damaged, text_of
from sinetra.apps.registry.tables.xlsx_parts import UNREADABLE, check_parts, merged
from sinetra.apps.registry.tables.xlsx_sheet import sheet_of
from sinetra.core.errors import BadInput, gettext_noop


def read_xlsx(path: Path, columns: Sequence[Column], problems: Problems) -> Iterator[TableRow]:
    """Errors: ``BadInput`` for the file, ``BadRows`` for merged cells, without which no row can be trusted."""
    import openpyxl

    check_parts(path)
    try:
        # Opened here, so that it is closed whatever the reader below leaves open.
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, keep_links=False)
            yield from _rows(book, path, columns, problems)
    except BadInput:
        raise
    except UNREADABLE as error:
        message = gettext_noop("%(file)s rusak atau terpotong; simpan atau kirim ulang")
        raise BadInput(message, field="FILE", file=path.name) from error


def _rows(book: Any, path: Path, columns: Sequence[Column], problems: Problems) -> Iterator[TableRow]:
    from openpyxl.utils import column_index_from_string

    sheet = sheet_of(book, path)
    rows = sheet.iter_rows()
    head = [str(cell.value or "").strip().lower() for cell in next(rows, ())]
    while head and not head[-1]:
        head.pop()
    spans = Problems()
    for letters, row, where in merged(path, sheet._worksheet_path):
        place = column_index_from_string(letters) - 1
        name = head[place] if place < len(head) and head[place] else letters
        message = gettext_noop("sel %(value)s digabung; batalkan penggabungan, satu nilai satu sel")
        spans.append(Problem(row=row, column=name, message=message, value=where))
    spans.raise_if_any()
    check_head(path.name, head, required(columns), optional(columns))
    holds = {column.name: column.holds for column in columns}
    wanted = [(name, holds[name]) for name in head]
    given, absent = frozenset(head), dict.fromkeys((column.name for column in columns), "")
    for number, cells in enumerate(rows, 2):
        values = absent | _values(number, cells, wanted, problems)
        if any(values.values()):
            yield TableRow(number=number, values=values, given=given)


def _values(
    number: int, cells: Sequence[Any], wanted: Sequence[tuple[str, Holds]], problems: Problems
) -> dict[str, str]:
    values = {}
    for (name, holds), cell in zip(wanted, cells, strict=False):
        if cell.data_type == "s" and cell.value is not None:  # nearly all of them
            values[name] = cell.value.strip()
            continue
        try:
            values[name] = text_of(cell, holds)
        except Damaged as damage:
            values[name] = DAMAGED
            params = {"cell": cell.coordinate}
            problem = Problem(row=number, column=name, message=damage.message, value=damage.value, params=params)
            problems.append(problem)
    for cell in cells[len(wanted) :]:
        if cell.value not in (None, ""):
            message = gettext_noop("sel %(cell)s berada di luar kolom yang berjudul")
            params = {"cell": cell.coordinate}
            problems.append(Problem(row=number, column=cell.column_letter, message=message, params=params))
    return values
