"""The list of editions, one edition, and one table of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.insight.editions import figures_of, snapshot, snapshots
from sinetra.apps.insight.statistics.manifest import manifest_json
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.statistics.edition import Edition
from sinetra.web import statistics_words as words
from sinetra.web.access import public
from sinetra.web.parts import Link
from sinetra.web.public.open_statistics.shown import downloads, shown

MOST = 120


@public
def editions(request: HttpRequest) -> HttpResponse:
    """Ten years of months; older ones are in the catalogue for machines."""
    context = {
        "rows": snapshots()[:MOST],
        "back": _back(),
        "catalogue": reverse("api:statistics_catalogue"),
        "dictionary": reverse("api:statistics_dictionary"),
    }
    return render(request, "public/statistics/editions.html", context)


@public
def edition(request: HttpRequest, edition: str) -> HttpResponse:
    row = snapshot(edition)
    figures = figures_of(row)
    context = {
        "row": row,
        "edition": figures,
        "units": _by_unit(figures),
        "refused": [(words.UNITS[found.unit].plural, found) for found in figures.refused],
        "manifest": manifest_json(bytes(row.manifest)),
        "downloads": downloads(figures),
        "manifest_url": reverse("api:statistics_manifest", args=[row.edition]),
        "content_url": reverse("api:statistics_content", args=[row.edition]),
        "back": Link(text=_("Semua edisi"), url=reverse("frozen_editions")),
    }
    return render(request, "public/statistics/edition.html", context)


@public
def table(request: HttpRequest, edition: str, name: str) -> HttpResponse:
    row = snapshot(edition)
    figures = figures_of(row)
    try:
        found = figures.table(name)
    except KeyError:
        raise NotFound(gettext_noop("Tabel ini tidak ada."), code="table") from None
    context = {
        "row": row,
        "edition": figures,
        "table": shown(figures, found),
        "downloads": downloads(figures, found),
        "manifest": manifest_json(bytes(row.manifest)),
        "back": Link(text=_("Edisi ini"), url=reverse("frozen_edition", args=[row.edition])),
    }
    return render(request, "public/statistics/table.html", context)


def _back() -> Link:
    return Link(text=_("Angka"), url=reverse("statistics"))


def _by_unit(figures: Edition) -> list[tuple[str, str, int | None, list[object]]]:
    """Plural, definition, total and tables of each unit that is published."""
    found = []
    for unit, said in words.UNITS.items():
        tables = [shown(figures, table) for table in figures.tables if table.unit == unit]
        if tables:
            found.append((str(said.plural), str(said.definition), tables[0].total, list[object](tables)))
    return found
