"""All that is wrong in a file, as a workbook: the office works it off row by row."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _

from sinetra.apps.registry.tables.problems import BadRows
from sinetra.web.public.rulebook_files import as_text


def workbook(found: BadRows) -> bytes:
    """A row a problem: row and column of the file, and what is wrong there."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Kesalahan"))
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABC", (8, 18, 110), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_("Baris"), _("Kolom"), _("Yang salah")])
    for problem in found.kept:
        sheet.append([problem.row, as_text(problem.column), as_text(problem.what())])
    if found.total > len(found.kept):
        text = _("Dan %(more)s kesalahan lagi, yang tidak dimuat di sini.")
        sheet.append(["", "", text % {"more": found.total - len(found.kept)}])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
