"""A list of who came, as offices have it: a workbook, a CSV, or rows copied from Excel; as lines with their number."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from zipfile import ZipFile

from sinetra.apps.prevention.entries import MOST_ENTRIES, Said
from sinetra.apps.registry.tables.xlsx_parts import UNREADABLE, grows_too_large
from sinetra.core.errors import BadInput, gettext_noop

MOST_OCTETS = 5 * 1024 * 1024
MOST_COLUMNS = 40
#: Field to the heads that mean it, in small letters without signs.
HEADS = {
    "number": ("nip", "ni pppk", "nip ni pppk", "nip atau ni pppk", "nomor induk", "number"),
    "name": ("nama", "nama lengkap", "nama peserta", "nama pegawai", "name"),
    "unit": ("unit", "unit kerja", "opd", "instansi", "perangkat daerah", "asal", "unit kerja instansi", "skpd"),
    "status": ("status", "status kepegawaian"),
}
_NUMBER = re.compile(r"'?\d[\d .-]{16,24}")
_WORKBOOK = b"PK\x03\x04"


def read_list(content: bytes) -> tuple[Said, ...]:
    """A workbook (its first sheet) or text. Errors: ``BadInput`` on ``list``, also for columns that say nothing."""
    if len(content) > MOST_OCTETS:
        raise _bad(gettext_noop("Daftar ini terlalu besar; paling besar 5 MB."))
    table = _workbook(content) if content.startswith(_WORKBOOK) else _text(content)
    rows = [(number, cells) for number, cells in enumerate(table, 1) if any(cells)]
    if not rows:
        raise _bad(gettext_noop("Daftar ini kosong."))
    first, fields = _fields(rows)
    if len(rows) - first > MOST_ENTRIES:
        raise BadInput(
            gettext_noop("Paling banyak %(accepted)s baris sekali kirim, bukan %(value)s."),
            field="list",
            accepted=(str(MOST_ENTRIES),),
            value=len(rows) - first,
        )
    return tuple(_said(number, cells, fields) for number, cells in rows[first:])


def _said(row: int, cells: Sequence[str], fields: Mapping[str, int]) -> Said:
    def cell(field: str) -> str:
        place = fields.get(field, MOST_COLUMNS)
        return cells[place] if place < len(cells) else ""

    return Said(row=row, number=cell("number"), name=cell("name"), unit=cell("unit"), status=cell("status"))


def _fields(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, dict[str, int]]:
    """How many rows stand above the people, and the column of each field.

    A title above the head is common; without a head a column of numbers of 18 digits is enough.
    """
    for place, (_number, cells) in enumerate(rows[:15]):
        heads = [_head(cell) for cell in cells]
        found = {field: heads.index(name) for field, names in HEADS.items() for name in names if name in heads}
        if "number" in found or {"name", "unit"} <= found.keys():
            return place + 1, found
    cells = rows[0][1]
    numbers = [place for place, cell in enumerate(cells) if _NUMBER.fullmatch(cell)]
    if numbers:
        return 0, {"number": numbers[0]}
    raise _bad(gettext_noop("Judul kolom tidak ditemukan. Perlu kolom NIP, atau Nama dan Unit kerja."))


def _head(cell: str) -> str:
    return " ".join(re.sub(r"[^\w ]+", " ", cell.casefold()).split())


def _text(content: bytes) -> list[list[str]]:
    """Copied from Excel: tabs. Saved as CSV: semicolons where the country writes a decimal comma."""
    if b"\0" in content:
        raise _bad(gettext_noop("Berkas ini bukan lembar kerja atau teks. Simpan sebagai .xlsx atau .csv."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = next((line for line in text.splitlines() if line.strip()), "")
    sign = "\t" if "\t" in text else ";" if first.count(";") > first.count(",") else ","
    try:
        return _clean(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise _bad(gettext_noop("Daftar ini tidak utuh; salin atau simpan lagi.")) from error


def _workbook(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if grows_too_large(archive.infolist()):
                raise _bad(gettext_noop("Daftar ini terlalu besar; paling besar 5 MB."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ENTRIES + 30, max_col=MOST_COLUMNS, values_only=True)
        return _clean([_cell(value) for value in row] for row in rows)
    except (*UNREADABLE, InvalidFileException, IndexError) as error:
        raise _bad(gettext_noop("Berkas ini bukan lembar kerja yang utuh. Simpan sebagai .xlsx atau .csv.")) from error


def _cell(value: object) -> str:
    """A NIP that Excel took for a quantity has lost its last digits: it is shown so that nobody believes it."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= 10**15:
        return f"{value:.5E}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _clean(table: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[cell.strip() for cell in cells[:MOST_COLUMNS]] for cells in table]


def _bad(message: str) -> BadInput:
    return BadInput(message, field="list", accepted=(".xlsx", ".csv"))
