"""One cell of a workbook as text, or what the spreadsheet did to it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sinetra.apps.registry.tables.columns import Holds
from sinetra.core.errors import gettext_noop

# A spreadsheet's number holds 15 digits; those behind are zeros, whatever was typed.
EXACT = 10**15


class Damaged(ValueError):
    """``message`` is a message id with ``value`` and ``cell``."""

    def __init__(self, message: str, value: object) -> None:
        super().__init__(message)
        self.message, self.value = message, value


def text_of(cell: Any, holds: Holds) -> str:
    """Formulas are never computed, links never followed. Errors: ``Damaged``."""
    value, kind = cell.value, cell.data_type
    if value is None:
        return ""
    if kind == "f":
        raise Damaged(gettext_noop("sel %(cell)s berisi rumus; salin lalu tempel sebagai nilai"), value)
    if kind == "e":
        raise Damaged(gettext_noop("sel %(cell)s berisi galat Excel %(value)s"), value)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime | date | time | timedelta):
        shown = value.date() if isinstance(value, datetime) else value
        if holds is Holds.DATE and isinstance(shown, date):
            return shown.isoformat()
        raise Damaged(
            gettext_noop("Excel mengubah sel %(cell)s menjadi tanggal (%(value)s); ketik sebagai teks"), shown
        )
    if isinstance(value, bool) and holds is Holds.FLAG:
        return str(value).lower()
    return _number(value, holds)


def _number(value: Any, holds: Holds) -> str:
    if holds is Holds.DIGITS and abs(value) >= EXACT:
        raise Damaged(
            gettext_noop(
                "Excel mengubah sel %(cell)s menjadi angka (%(value)s) dan membuang angka terakhir; "
                "jadikan kolom Teks, lalu isi ulang dari sumbernya"
            ),
            f"{value:.5E}",
        )
    if holds is Holds.TEXT or isinstance(value, bool):
        raise Damaged(
            gettext_noop("sel %(cell)s berisi angka (%(value)s), bukan teks; tanggal atau kolom yang bergeser?"), value
        )
    return str(int(value)) if float(value).is_integer() else repr(value)
