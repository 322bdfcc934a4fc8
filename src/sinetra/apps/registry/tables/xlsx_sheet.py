"""Which sheet of a workbook is read: the only one with content that people see, apart from those of our example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sinetra.core.errors import BadInput, gettext_noop

# Those of the example file beside the one to fill in.
HELP_SHEETS = frozenset({"Petunjuk", "Daftar"})


def sheet_of(book: Any, path: Path) -> Any:
    """Errors: ``BadInput`` naming a hidden sheet with content, several visible ones, or that there is none."""
    filled = [sheet for sheet in book.worksheets if sheet.title not in HELP_SHEETS and _first_filled(sheet)]
    hidden = [sheet for sheet in filled if sheet.sheet_state != "visible"]
    if hidden:
        row, cell = _first_filled(hidden[0]) or (1, "A1")
        raise BadInput(
            gettext_noop(
                "%(file)s: lembar tersembunyi “%(sheet)s” berisi data (baris %(row)s, sel %(cell)s); "
                "tampilkan atau hapus lembar itu"
            ),
            field="FILE",
            file=path.name,
            sheet=hidden[0].title,
            row=row,
            cell=cell,
        )
    if not filled:
        raise BadInput(gettext_noop("%(file)s kosong"), field="FILE", file=path.name)
    if len(filled) > 1:
        raise BadInput(
            gettext_noop("%(file)s: beberapa lembar berisi data (%(accepted)s); sisakan satu"),
            field="FILE",
            accepted=tuple(sheet.title for sheet in filled),
            file=path.name,
        )
    return filled[0]


def _first_filled(sheet: Any) -> tuple[int, str] | None:
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value not in (None, ""):
                return cell.row, cell.coordinate
    return None
