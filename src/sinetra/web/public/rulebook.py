"""The rulebook: what is forbidden and what is allowed on a date, as a list, as a table, and one page a norm."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sinetra.apps.base.catalogue import rulebook as load
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import legal_clock
from sinetra.web import parts
from sinetra.web.access import public
from sinetra.web.public import norm_view, rulebook_filter, rulebook_rows

# So many rules are read at once; of more, each track is folded, so that a phone shows what there is.
AT_ONCE = 12


def _context(request: HttpRequest) -> dict[str, Any]:
    wanted = rulebook_filter.read(request.GET, legal_clock().today())
    found = rulebook_rows.rows(load(), wanted.day, wanted.selection)
    return {
        "form": wanted.form,
        "day": wanted.day,
        "rows": found,
        "count": len(found),
        "query": wanted.query(),
        "is_filtered": wanted.is_filtered,
    }


@public
def rulebook(request: HttpRequest) -> HttpResponse:
    context = _context(request)
    context["is_open"] = context["count"] <= AT_ONCE
    context["sections"] = rulebook_rows.sections(context["rows"])
    context["outside"] = rulebook_rows.not_in_force(load(), context["day"])
    return render(request, "public/rulebook.html", context)


@public
def rulebook_table(request: HttpRequest) -> HttpResponse:
    return render(request, "public/rulebook_table.html", _context(request))


@public
def norm(request: HttpRequest, rule: str) -> HttpResponse:
    book = load()
    try:
        found = book.norm(rule)
    except KeyError:
        raise NotFound(gettext_noop("Aturan ini tidak ada dalam katalog."), code="norm") from None
    wanted = rulebook_filter.read(request.GET, legal_clock().today())
    # No field stands on this page that the error could lead to.
    faults = [
        parts.Fault(field="", message=str(message)) for message in wanted.form.errors.get(rulebook_filter.DAY, [])
    ]
    return render(request, "public/norm.html", {**norm_view.context(book, found, wanted.day), "faults": faults})
