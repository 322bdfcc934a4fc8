"""The rows of a CSV file as offices save it, one at a time."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sinetra.apps.registry.tables.columns import check_head
from sinetra.apps.registry.tables.encoding import encoding_of
from sinetra.apps.registry.tables.problems import Problem, Problems, raise_at
from sinetra.apps.registry.tables.row import TableRow
from sinetra.core.errors import gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    encoding: str
    delimiter: str
    ends_with_newline: bool


def read_csv(path: Path, columns: Sequence[str], optional: Sequence[str], problems: Problems) -> Iterator[TableRow]:
    """UTF-8 or Windows-1252, split by comma or semicolon. Errors: ``BadInput`` for the file, ``BadRows`` where it
    cannot be read any further."""
    records = csv_records(path, columns, optional, problems)
    _, head = next(records)
    given, absent = frozenset(head), dict.fromkeys((*columns, *optional), "")
    for number, cells in records:
        values = absent | {name: cell.strip() for name, cell in zip(head, cells, strict=False)}
        if any(values.values()):
            yield TableRow(number=number, values=values, given=given)


def csv_records(
    path: Path, columns: Sequence[str], optional: Sequence[str], problems: Problems
) -> Iterator[tuple[int, list[str]]]:
    """The head, then every record, with its number and its cells as they stand: for who reads a table by columns.
    Errors: as those of ``read_csv``."""
    layout = layout_of(path)
    with path.open(encoding=layout.encoding, newline="") as lines:
        reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
        number, line = 1, 1
        head: list[str] = []
        try:
            head = [cell.strip().lower() for cell in next(reader)]
            check_head(path.name, head, columns, optional)
            yield number, head
            cells = head
            while True:
                line = reader.line_num + 1
                following = next(reader, None)
                if following is None:
                    _check_end(head, cells, number, layout, problems)
                    return
                cells, number = following, number + 1
                if len(cells) > len(head):
                    _check_width(head, cells, number, problems)
                yield number, cells
        except csv.Error as error:
            column = _column_at(path, layout, head, line)
            raise_at(
                number + 1 if head else 1, column, gettext_noop("bukan CSV yang utuh: %(reason)s"), reason=str(error)
            )


def layout_of(path: Path) -> Layout:
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as lines:
        first = lines.readline(1 << 16)
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        ended = file.read(1) in b"\r\n"
    return Layout(
        encoding=encoding,
        delimiter=";" if first.count(";") > first.count(",") else ",",
        ends_with_newline=ended,
    )


def _check_width(head: Sequence[str], cells: Sequence[str], number: int, problems: Problems) -> None:
    if any(cells[len(head) :]):
        message = gettext_noop("%(value)s sel, judul hanya %(head)s")
        problems.append(
            Problem(row=number, column=head[-1], message=message, value=len(cells), params={"head": len(head)})
        )


def _check_end(head: Sequence[str], cells: Sequence[str], number: int, layout: Layout, problems: Problems) -> None:
    if 0 < len(cells) < len(head) and not layout.ends_with_newline:
        message = gettext_noop("berkas terpotong di sini; simpan atau kirim ulang dari sumbernya")
        problems.append(Problem(row=number, column=head[len(cells)], message=message))


def _column_at(path: Path, layout: Layout, head: Sequence[str], line: int) -> str:
    """The column in which a broken record stops being one: the last that its first line shows."""
    with path.open(encoding=layout.encoding, newline="") as lines:
        text = next((text for number, text in enumerate(lines, 1) if number == line), "")
    cells = next(csv.reader([text[:4096]], delimiter=layout.delimiter), [])
    return head[min(len(cells), len(head)) - 1] if head and cells else "1"
