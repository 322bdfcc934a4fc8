"""Open figures for machines: the same as on the page, with no name anywhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from sinetra.apps.insight.selectors import public_figures

router = Router(tags=["statistics"])


@router.get("/statistics/summary", response={200: Any}, summary="Reports, matters and hand-overs by state")
def summary(request: HttpRequest) -> Any:
    return public_figures().to_json()
