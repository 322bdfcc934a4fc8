"""Rows as an XLSX workbook that leaves the site: written row by row, no text of it ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from sinetra.core.cells import as_text
from sinetra.web.downloads import download

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """``widths`` of the first columns in characters (0: as it comes); ``freeze``: the first cell that scrolls."""

    title: str
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()
    freeze: str | None = None


def about(lines: Iterable[str], title: str = "") -> Sheet:
    """The sheet that says what the table is, so that a copy in a mail still tells its date."""
    return Sheet(title=title or _("Keterangan"), rows=([line] for line in lines), widths=(110,))


def write_workbook(file: IO[bytes], *sheets: Sheet) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for given in sheets:
        sheet = book.create_sheet(given.title)
        sheet.freeze_panes = given.freeze
        for number, width in enumerate(given.widths):
            if width:
                sheet.column_dimensions[chr(ord("A") + number)].width = width
        for row in given.rows:
            sheet.append([as_text(value) if isinstance(value, str) else value for value in row])
    book.save(file)


def workbook(*sheets: Sheet) -> bytes:
    out = BytesIO()
    write_workbook(out, *sheets)
    return out.getvalue()


def workbook_response(name: str, *sheets: Sheet, is_public: bool = False) -> HttpResponse:
    return download(workbook(*sheets), XLSX, name, is_public=is_public)
