"""One region or unit: its zone, why, from which sources, what is missing, and the same as files."""

from __future__ import annotations

import csv
import json
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.index.selectors import Explained, explained, placed, rows
from sinetra.apps.index.told import explained_told, given_told
from sinetra.web.access import public
from sinetra.web.downloads import download
from sinetra.web.index_explained import shown
from sinetra.web.parts import Link
from sinetra.web.public.index.listing import address

_MOST_BELOW = 60


@public
def index_unit(request: HttpRequest, code: str) -> HttpResponse:
    found = explained(code)
    above = placed(found.told.parent) if found.told.parent else None
    below = rows(found.run, under=code).order_by("place").values_list("code", "name", "zone")
    context = {
        "shown": shown(found),
        "back": Link(text=_("Indeks kerawanan"), url=reverse("index")),
        "above": Link(text=above.name, url=address(above.code)) if above else None,
        "below": [(Link(text=name, url=address(key)), zone) for key, name, zone in below[:_MOST_BELOW]],
    }
    return render(request, "public/index/unit.html", context)


@public
def index_unit_json(request: HttpRequest, code: str) -> HttpResponse:
    found = explained(code)
    told = json.dumps(explained_told(found), ensure_ascii=False, indent=1, sort_keys=True)
    return download(told.encode(), "application/json", f"{_name(found)}.json", is_public=True)


@public
def index_unit_csv(request: HttpRequest, code: str) -> HttpResponse:
    """A line each: what (``result``, ``driver``, ``input``, ``missing``, ``override``), name, value, source, day,
    confidence. A count that is withheld is empty, as one that is not known."""
    found = explained(code)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["what", "name", "value", "source", "as_of", "confidence"])
    unit, day = found.told, found.run.day.isoformat()
    low, high = unit.interval or (None, None)
    first, last = unit.rank or (None, None)
    for name, value in (
        *(("zone", unit.zone.value), ("score", unit.score), ("geometric", unit.geometric)),
        *(("interval_low", low), ("interval_high", high), ("rank_first", first), ("rank_last", last)),
        *(("completeness", unit.completeness), ("stable", unit.stable), ("unbalanced", unit.unbalanced)),
        *((f"p_{zone.value}", share) for zone, share in unit.p_zone.items()),
        *(("configuration", found.run.configuration), ("digest", found.run.method_digest), ("seed", found.run.seed)),
    ):
        writer.writerow(["result", name, value, "", day, ""])
    writer.writerows(["driver", item.indicator, item.contribution, "", day, ""] for item in unit.drivers)
    writer.writerows(_inputs(found))
    writer.writerows(["missing", name, "", "", day, ""] for name in unit.missing)
    writer.writerows(["override", name, "", "", day, ""] for name in unit.overrides)
    return download(out.getvalue().encode(), "text/csv; charset=utf-8", f"{_name(found)}.csv", is_public=True)


def _inputs(found: Explained) -> list[list[object]]:
    told, day = given_told(found.given), found.run.day.isoformat()
    facts = ("staff", "coverage", "has_channel", "events", "open_cases", "overdue")
    values = [
        ["input", name, value.amount, value.source, value.as_of.isoformat(), value.confidence.value]
        for name, value in found.given.values.items()
    ]
    sources = told["sources"]
    own = {"source": "", "as_of": day, "confidence": ""}
    known = [["input", name, told[name], *sources.get(name, own).values()] for name in facts]
    return [*known, *values]


def _name(found: Explained) -> str:
    return f"sinetra-indeks-{found.told.code}-{found.run.day.isoformat()}"
