"""A keyset page of rows as the table part; the address of the next page keeps the filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sinetra.apps.base.paging import page
from sinetra.web.parts import Cell, Column, Link, Table

M = TypeVar("M", bound=Model)
SIZE = 50


def table(
    request: HttpRequest,
    rows: QuerySet[M],
    *,
    caption: str,
    columns: Sequence[Column],
    cells: Callable[[M], Sequence[Cell]],
    order: Sequence[str] = ("-id",),
    empty: tuple[str, str] = ("", ""),
    empty_link: Link | None = None,
    without: Callable[[M], bool] | None = None,
) -> Table:
    """``cells`` makes one row; ``without``: rows that this reader does not find. Errors: ``BadInput`` for a
    page mark that is not of this list."""
    found = page(rows, order=order, after=request.GET.get("after"), size=SIZE)
    return Table(
        caption=caption,
        columns=columns,
        rows=[cells(row) for row in found if without is None or not without(row)],
        newer=page_address(request, None) if request.GET.get("after") else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=empty[0] or _("Belum ada isi"),
        empty_text=empty[1],
        empty_link=empty_link,
    )


def page_address(request: HttpRequest, token: str | None) -> str:
    """The same list with the same filters, from its beginning or from ``token`` on."""
    query: Any = request.GET.copy()
    query.pop("after", None)
    if token:
        query["after"] = token
    return f"{request.path}?{query.urlencode()}" if query else request.path
