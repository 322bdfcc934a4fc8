"""Old recommendations in a file: which columns it has, and its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sinetra.apps.cases.vocabulary import DECIDED, Answer
from sinetra.apps.registry.imports.cells import Cells
from sinetra.apps.registry.tables.columns import Column, Holds
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import Problems
from sinetra.core.errors import gettext_noop

#: Words of the column ``jawaban``, and what is stored.
ANSWERS = {
    "belum ada": Answer.NONE,
    "diterima": Answer.RECEIVED,
    "diperiksa": Answer.EXAMINING,
    "dikembalikan": Answer.RETURNED,
    "ditolak": Answer.REFUSED,
    "sanksi": Answer.SANCTIONED,
    "tidak terbukti": Answer.NOT_PROVEN,
}
COLUMNS = (
    Column(name="nomor", required=True, holds=Holds.CODE),
    Column(name="tanggal", required=True, holds=Holds.DATE),
    Column(name="kepada", required=True),
    Column(name="jumlah_orang", holds=Holds.CODE),
    Column(name="tanggal_diterima", holds=Holds.DATE),
    Column(name="jawaban", accepted=tuple(ANSWERS)),
    Column(name="tanggal_jawaban", holds=Holds.DATE),
    Column(name="surat_jawaban", holds=Holds.CODE),
    Column(name="catatan"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``row``: as the spreadsheet counts. ``given``: the columns that the file has."""

    row: int
    number: str
    dated_on: date
    addressee: str
    persons: int
    received_on: date | None
    answer: Answer
    answered_on: date | None
    answer_letter: str
    note: str

    @property
    def key(self) -> tuple[str, date, str]:
        return self.number, self.dated_on, self.addressee


def read_lines(path: Path, problems: Problems, today: date) -> Iterator[Line]:
    """Rows that are sound; what is wrong with the others goes to ``problems``. Errors: ``BadInput`` for the file."""
    seen: dict[tuple[str, date, str], int] = {}
    for row in open_table(path, COLUMNS, problems):
        cells = Cells(row, problems)
        number = cells.needed("nomor", longest=120)
        addressee = cells.name("kepada", longest=200)
        dated_on, received_on = cells.day("tanggal"), cells.day("tanggal_diterima")
        answered_on = cells.day("tanggal_jawaban")
        answer, persons = _answer(cells, row.values["jawaban"]), _persons(cells, row.values["jumlah_orang"])
        letter, note = cells.text("surat_jawaban", longest=120), cells.text("catatan", longest=300)
        if not row.values["tanggal"]:
            cells.wrong("tanggal", gettext_noop("kosong"))
        if answer in DECIDED:
            for column in ("tanggal_jawaban", "surat_jawaban"):
                if not row.values[column]:
                    cells.wrong(column, gettext_noop("wajib bila sanksi dijatuhkan atau dinyatakan tidak terbukti"))
        _check_order(cells, today, tanggal=dated_on, tanggal_diterima=received_on, tanggal_jawaban=answered_on)
        if dated_on is None or answer is None or persons is None or not number or not addressee:
            continue
        line = Line(
            row=row.number,
            number=number,
            dated_on=dated_on,
            addressee=addressee,
            persons=persons,
            received_on=received_on,
            answer=answer,
            answered_on=answered_on,
            answer_letter=letter,
            note=note,
        )
        if line.key in seen:
            cells.wrong("nomor", gettext_noop("%(value)s sudah ada"), value=repr(number))
            continue
        seen[line.key] = row.number
        yield line


def _answer(cells: Cells, text: str) -> Answer | None:
    found = ANSWERS.get(text.casefold() or "belum ada")
    if found is None:
        message = gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s")
        cells.wrong("jawaban", message, value=repr(text), accepted=tuple(ANSWERS))
    return found


def _persons(cells: Cells, text: str) -> int | None:
    if not text:
        return 1
    if text.isdecimal() and 1 <= int(text) <= 10_000:
        return int(text)
    message = gettext_noop("%(value)s bukan jumlah orang; yang diterima: %(accepted)s")
    cells.wrong("jumlah_orang", message, value=repr(text), accepted=("1 – 10000",))
    return None


def _check_order(cells: Cells, today: date, **days: date | None) -> None:
    """No day after today, and none before that of the letter."""
    first = days["tanggal"]
    for column, day in days.items():
        if day is not None and day > today:
            cells.wrong(column, gettext_noop("%(value)s sesudah hari ini"), value=day.isoformat())
        elif day is not None and first is not None and day < first:
            cells.wrong(column, gettext_noop("%(value)s sebelum tanggal surat"), value=day.isoformat())
