"""The vulnerability index for machines: a region or unit as it stands in the last run (contracts 8 and 10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from sinetra.api.problems import Problem
from sinetra.apps.index.selectors import explained, number_below, placed_below
from sinetra.apps.index.told import given_told, run_told

router = Router(tags=["index"])


@router.get("/index/{region}", response={200: Any, 404: Problem}, summary="Where a region or unit stands, and why")
def index(request: HttpRequest, region: str) -> Any:
    """``units``: the region itself, then what lies right below it; ``left_off``: how many more of these there are.
    ``given``: what went in for the region, each value with its source and day; a count of 1 to 4, and below a city any,
    is ``null`` and named in ``withheld``. ``validated`` is false until the index has done better than the rate of the
    cycle before (``validation``)."""
    found = explained(region)
    below = placed_below(found.run, region)
    told = run_told(found.run, [found.told, *below])
    return {
        **told,
        "given": given_told(found.given, found.run.day),
        "left_off": number_below(found.run, region) - len(below),
    }
