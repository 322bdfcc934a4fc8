"""Open figures for machines: the same as on the page, with no name anywhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from sinetra.apps.insight.selectors import public_figures
from sinetra.ports.clock import today

router = Router(tags=["statistics"])


@router.get("/statistics/summary", response={200: Any}, summary="Reports, matters and hand-overs by state")
def summary(request: HttpRequest) -> Any:
    """``null`` in a cell: withheld, because the number is smaller than five or would give one away."""
    figures = public_figures(today())
    return {
        "as_of": figures.as_of.isoformat(),
        "tables": [{"name": table.name, "cells": dict(table.cells)} for table in figures.tables],
    }
