"""A chart in its frame (parts/chart.html): caption, table on demand, and its files under the address of the page.

The files are answers of the page's own view (``?grafik=NAME&berkas=csv``), so that whoever may not see the page may
not take its numbers either. How to add a chart: ``core/charts/__init__.py``.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.core.cells import as_text
from sinetra.core.charts import ENGLISH, INDONESIAN, Chart, Marks
from sinetra.core.charts import Table as Numbers
from sinetra.web.downloads import download
from sinetra.web.format import day_text, number_text
from sinetra.web.middleware.staff_session import STAFF_PATH
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.workbook import XLSX, Sheet, Value, about, workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """``n``: how many the numbers rest on, None where that means nothing. ``files``: the downloads."""

    chart: Chart
    source: str
    as_of: date
    n: int | None
    files: Sequence[Link]

    @property
    def table(self) -> Table:
        """The numbers of the drawing, as the page shows them on demand."""
        return shown_table(self.chart.table)


def marks() -> Marks:
    """How the language of the page writes numbers."""
    return ENGLISH if (get_language() or "id").startswith("en") else INDONESIAN


def frame(request: HttpRequest, chart: Chart, *, source: str, as_of: date, n: int | None = None) -> Frame:
    """Staff pages offer a workbook too; a chart of nothing offers no file."""
    kinds = ["csv", "svg", *(["xlsx"] if request.path.startswith(STAFF_PATH) else [])]
    files = [] if chart.is_empty else [Link(text=kind.upper(), url=_address(request, chart, kind)) for kind in kinds]
    return Frame(chart=chart, source=source, as_of=as_of, n=n, files=files)


def _address(request: HttpRequest, chart: Chart, kind: str) -> str:
    """The page as it stands, filters included."""
    query = request.GET.copy()
    query["grafik"], query["berkas"] = chart.name, kind
    return f"?{query.urlencode()}"


def chart_file(request: HttpRequest, *frames: Frame) -> HttpResponse | None:
    """The file of a chart that the address asks for; None when it asks for the page.

    Errors: ``ValueError`` for two charts of one name: neither ids nor addresses would tell them apart."""
    names = [shown.chart.name for shown in frames]
    if len(set(names)) < len(names):
        raise ValueError(f"two charts of one name on a page: {sorted(names)}")
    for shown in frames:
        if shown.chart.name == request.GET.get("grafik") and not shown.chart.is_empty:
            return _file(shown, request.GET.get("berkas", ""), is_public=not request.path.startswith(STAFF_PATH))
    return None


def _file(shown: Frame, kind: str, *, is_public: bool) -> HttpResponse | None:
    name = f"{shown.chart.name}-{shown.as_of.isoformat()}.{kind}"
    if kind == "csv":
        return download(csv_of(shown.chart.table), "text/csv; charset=utf-8", name, is_public=is_public)
    if kind == "svg":
        return download(shown.chart.file.encode(), "image/svg+xml", name, is_public=is_public)
    if kind == "xlsx" and not is_public:
        return download(_workbook(shown), XLSX, name)
    return None


def csv_of(numbers: Numbers) -> bytes:
    """Numbers with a decimal point, for machines; an unknown one is an empty cell."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([as_text(column.text) for column in numbers.columns])
    for row in numbers.values:
        writer.writerow([as_text(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode()


def _workbook(shown: Frame) -> bytes:
    numbers = shown.chart.table
    rows: list[Sequence[Value]] = [[column.text for column in numbers.columns], *numbers.values]
    return workbook(Sheet(title=_("Angka"), rows=rows, widths=(40,), freeze="A2"), about(caption_lines(shown)))


def caption_lines(shown: Frame) -> list[str]:
    """What a copy of the numbers must still tell: the finding, the source, on how many it rests, the day."""
    language = get_language() or "id"
    lines = [shown.chart.title, shown.source]
    if shown.n is not None:
        lines.append(f"n = {number_text(shown.n, language)}")
    return [*lines, _("keadaan per %(day)s") % {"day": day_text(shown.as_of, language)}]


def shown_table(numbers: Numbers) -> Table:
    """The numbers as a table of a page; the first cell of a row opens the list behind it."""
    return Table(
        caption=_("Angka pada grafik ini"),
        columns=[Column(text=column.text, number=column.places is not None) for column in numbers.columns],
        rows=[
            [Cell(text=text, url=row.url if place == 0 else "") for place, text in enumerate(texts)]
            for row, texts in zip(numbers.rows, numbers.texts, strict=True)
        ],
    )
