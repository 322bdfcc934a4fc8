"""The rows of a list that somebody ticked: read, asked about, and told what became of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.apps.cases.bulk import Chosen, RowResult
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.web.access import StaffRequest
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Link, Table

#: The name of the boxes.
PICK = "pick"


def pick_of(row: Matter | Report) -> str:
    """With the version that the list shows."""
    return f"{row.pk}.{row.version}"


def chosen(request: HttpRequest) -> tuple[Chosen, ...]:
    """In the order of the list, each once. Errors: ``BadInput`` naming ``pick`` for what is no box of ours."""
    given = request.POST if request.method == "POST" else request.GET
    found = []
    for value in given.getlist(PICK):
        key, _dot, version = value.partition(".")
        try:
            found.append(Chosen(key=UUID(key), version=int(version)))
        except ValueError as error:
            raise BadInput(gettext_noop("Pilihan ini bukan dari daftar; pilih lagi."), field=PICK) from error
    return tuple(dict.fromkeys(found))


def hidden(rows: Sequence[Chosen]) -> list[tuple[str, str]]:
    """The boxes again, for the page that asks."""
    return [(PICK, f"{row.key}.{row.version}") for row in rows]


def nothing_chosen(request: StaffRequest, title: str, text: str, back: Link) -> HttpResponse:
    return render(request, "staff/ticked/nothing.html", {"title": title, "text": text, "back": back}, status=422)


def told(
    request: StaffRequest,
    done: Sequence[RowResult[Any]],
    title: str,
    columns: Sequence[str],
    cells: Callable[[Any], list[Cell]],
    back: Link,
) -> HttpResponse:
    """A line a row: its name, the result, and ``cells`` from the third column on. ``cells`` gives the name first."""
    refused = sum(row.refused is not None for row in done)
    table = Table(
        caption=_("%(done)s selesai, %(refused)s ditolak") % {"done": len(done) - refused, "refused": refused},
        columns=[Column(text=text) for text in columns],
        rows=[_line(row, cells, len(columns)) for row in done],
    )
    return render(request, "staff/ticked/done.html", {"table": table, "title": title, "refused": refused, "back": back})


def _line(result: RowResult[Any], cells: Callable[[Any], list[Cell]], width: int) -> list[Cell]:
    said = Cell(text=in_words(result.refused)) if result.refused else Cell(text=_("selesai"), sentiment="good")
    if result.row is None:
        return [Cell(text="–"), said, *(Cell(text="–") for _number in range(width - 2))]
    name, *others = cells(result.row)
    return [name, said, *others]
