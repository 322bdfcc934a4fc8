"""All that is wrong in a file, as a workbook: the office works it off row by row."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.apps.registry.tables.problems import BadRows
from sinetra.web.workbook import Sheet, Value, workbook


def faults_workbook(found: BadRows) -> bytes:
    """A row a problem: row and column of the file, and what is wrong there."""
    rows: list[list[Value]] = [[_("Baris"), _("Kolom"), _("Yang salah")]]
    rows += [[problem.row, problem.column, problem.what()] for problem in found.kept]
    if found.total > len(found.kept):
        text = _("Dan %(more)s kesalahan lagi, yang tidak dimuat di sini.")
        rows.append(["", "", text % {"more": found.total - len(found.kept)}])
    return workbook(Sheet(title=_("Kesalahan"), rows=rows, widths=(8, 18, 110), freeze="A2"))
