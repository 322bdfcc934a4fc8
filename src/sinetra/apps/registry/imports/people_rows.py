"""A row of a file of people: its columns, and what may be wrong with each cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sinetra.apps.registry.actions.store_person import checked_number
from sinetra.apps.registry.imports.cells import Cells, Codes
from sinetra.apps.registry.tables.columns import Column, Holds
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.apps.registry.tables.row import DAMAGED, TableRow
from sinetra.apps.registry.vocabulary import ASN
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import Position, SubjectStatus

COLUMNS = (
    Column(name="nama", required=True),
    Column(name="status", required=True, accepted=tuple(SubjectStatus)),
    Column(name="nip", required=True, holds=Holds.DIGITS),
    Column(name="unit", required=True, holds=Holds.CODE),
    Column(name="jabatan", accepted=tuple(Position)),
    Column(name="nama_jabatan"),
    Column(name="nip_lama", holds=Holds.DIGITS),
)


class Line(NamedTuple):
    """A row of the staging table. ``unit`` is the id as the driver takes it."""

    line: int
    name: str
    status: str
    nip: str
    earlier: str
    unit_id: Any
    position: str
    position_title: str


class People:
    """The rows of a file, one at a time. ``given``: its columns, once the first row is read."""

    def __init__(self, path: Path, units: Codes[Any], problems: Problems) -> None:
        self._path = path
        self._units = units
        self._problems = problems
        self.given: frozenset[str] = frozenset()
        self.read = 0

    def __iter__(self) -> Iterator[Line]:
        for row in open_table(self._path, COLUMNS, self._problems):
            self.given = row.given
            self.read += 1
            line = self._line(row)
            if line is not None:
                yield line

    def _line(self, row: TableRow) -> Line | None:
        """None when the status or the position says nothing (noted)."""
        cells = Cells(row, self._problems)
        name = cells.name("nama", longest=200)
        status = cells.one_of("status", SubjectStatus)
        position = cells.one_of("jabatan", Position, default=Position.OTHER)
        title = cells.text("nama_jabatan", longest=200)
        cells.needed("unit", longest=40)
        unit = cells.known("unit", self._units)
        if status is None or position is None:
            return None
        return Line(
            line=row.number,
            name=name,
            status=status.value,
            nip=_number(cells, row.values["nip"], status),
            earlier=_earlier(cells, row.values["nip_lama"]),
            unit_id=unit,
            position=position.value,
            position_title=title,
        )


def _number(cells: Cells, text: str, status: SubjectStatus) -> str:
    text = text.lstrip("'")
    if text == DAMAGED or _is_rounded(cells, "nip", text):
        return ""
    try:
        number = checked_number(text, status)
    except BadInput as error:
        cells.note(Problem.of(cells.number, "nip", error))
        return ""
    if not number and status in ASN:
        cells.wrong("nip", gettext_noop("kosong"))
    return number


def _earlier(cells: Cells, text: str) -> str:
    text = "".join(text.lstrip("'").split())
    return "" if text == DAMAGED or (text and _is_rounded(cells, "nip_lama", text)) else text


def _is_rounded(cells: Cells, column: str, text: str) -> bool:
    """A spreadsheet that took the number for a quantity has lost its last digits for good; a serial is never 000."""
    if "E+" in text.upper():
        message = gettext_noop("%(value)s: lembar kerja memotong angka; simpan kolom sebagai teks")
    elif len(text) == 18 and text.endswith("000") and text.isdecimal():
        message = gettext_noop("%(value)s: tiga angka terakhir menjadi 000; Excel membulatkan, isi ulang sebagai teks")
    else:
        return False
    cells.wrong(column, message, value=text)
    return True
