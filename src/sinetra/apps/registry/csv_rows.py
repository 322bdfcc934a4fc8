"""A table from a CSV file as offices save it, and every bad row with its place before anything is stored."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from sinetra.core.errors import BadInput, gettext_noop

SHOWN = 20
MOST_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """``number`` is the line as a spreadsheet shows it: the head is 1. Values are stripped, those of columns that the
    file does not have (not in ``given``) are "".
    """

    number: int
    values: Mapping[str, str]
    given: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong at one place. ``message`` is a message id with ``params``."""

    row: int
    column: str
    message: str
    value: object = ""
    accepted: tuple[str, ...] = ()
    params: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, row: int, column: str, error: BadInput) -> Problem:
        return cls(row=row, column=column, message=error.message, accepted=error.accepted, params=error.params)

    def text(self) -> str:
        accepted = ", ".join(self.accepted)
        what = _(self.message) % {"value": self.value, "accepted": accepted, **self.params}
        ending = f" ({accepted})" if accepted and accepted not in what else ""
        return _("baris %(row)s, kolom %(column)s: %(what)s%(ending)s") % {
            "row": self.row,
            "column": self.column,
            "what": what,
            "ending": ending,
        }


class BadRows(BadInput):
    """The whole file is refused. ``problems`` holds the first twenty, ``total`` how many there are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems[:SHOWN])
        self.total = len(problems)
        super().__init__(
            gettext_noop("%(total)s kesalahan, tidak ada yang disimpan: %(problems)s"),
            field=f"{problems[0].column}",
            code="bad_rows",
            total=self.total,
            problems="; ".join(problem.text() for problem in self.problems),
        )


def raise_if(problems: Sequence[Problem]) -> None:
    if problems:
        raise BadRows(problems)


def open_csv(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[CsvRow]:
    """The rows of a file in UTF-8 or Windows-1252, split by comma or semicolon.

    Errors: ``BadInput`` for a file that cannot be read, is empty or binary, or lacks a column; ``BadRows`` for rows
    with too many cells. Order of columns does not matter; a column that nobody asked for is an error.
    """
    lines = io.StringIO(_text(path), newline="")
    first = lines.readline()
    lines.seek(0)
    try:
        table = list(csv.reader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True))
    except csv.Error as error:
        raise BadInput(
            gettext_noop("%(file)s bukan CSV yang utuh: %(reason)s"), field="FILE", file=path.name, reason=str(error)
        ) from error
    head = [cell.strip().lower() for cell in table[0]] if table else []
    _check_head(path, head, columns, optional)
    known = (*columns, *optional)
    given = frozenset(head)
    rows: list[CsvRow] = []
    problems: list[Problem] = []
    for number, cells in enumerate(table[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(head):
            message = gettext_noop("%(value)s sel, judul hanya %(head)s")
            problems.append(
                Problem(row=number, column=head[-1], message=message, value=len(cells), params={"head": len(head)})
            )
        found = dict(zip(head, (cell.strip() for cell in cells), strict=False))
        values = {name: found.get(name, "") for name in known}
        rows.append(CsvRow(number=number, values=values, given=given))
    raise_if(problems)
    return rows


def _check_head(path: Path, head: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> None:
    accepted = (*columns, *optional)
    missing = [name for name in columns if name not in head]
    if missing:
        raise BadInput(
            gettext_noop("%(file)s: kolom %(value)s tidak ada; kolom yang diterima: %(accepted)s"),
            field=missing[0],
            accepted=accepted,
            file=path.name,
            value=", ".join(missing),
        )
    strange = [name or "?" for name in head if name not in accepted or head.count(name) > 1]
    if strange:
        raise BadInput(
            gettext_noop("%(file)s: kolom %(value)s tidak dikenal atau berulang; kolom yang diterima: %(accepted)s"),
            field=strange[0],
            accepted=accepted,
            file=path.name,
            value=", ".join(dict.fromkeys(strange)),
        )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput(gettext_noop("%(file)s lebih besar dari 50 MB"), field="FILE", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(
            gettext_noop("%(file)s tidak dapat dibaca: %(reason)s"),
            field="FILE",
            file=path.name,
            reason=error.strerror or str(error),
        ) from error
    if not data.strip():
        raise BadInput(gettext_noop("%(file)s kosong"), field="FILE", file=path.name)
    if b"\0" in data:
        raise BadInput(gettext_noop("%(file)s bukan berkas teks; simpan sebagai CSV"), field="FILE", file=path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise BadInput(
            gettext_noop("%(file)s: pengodean tidak dikenal; yang diterima: UTF-8 atau Windows-1252"),
            field="FILE",
            file=path.name,
        ) from error
