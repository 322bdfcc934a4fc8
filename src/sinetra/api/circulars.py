"""Published circulars for machines, without anybody's statement that one was received."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from sinetra.api.problems import Problem
from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.paging import page
from sinetra.apps.prevention.circular_law import law_news
from sinetra.apps.prevention.circular_letter import letter_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.ports.clock import today

router = Router(tags=["law"])
SIZE = 50


@router.get("/circulars", response={200: Any, 422: Problem}, summary="Published circulars, the newest first")
def circulars(request: HttpRequest, in_force: bool = False, after: str | None = None) -> Any:  # noqa: FBT001, FBT002
    """``in_force``: without superseded and withdrawn ones. ``next`` goes on as ``after``; null on the last page."""
    found = page(rows_of.published(in_force=in_force), order=("-published_on", "-id"), after=after, size=SIZE)
    after_each = rows_of.successors(found)
    return {"circulars": [_circular(row, after_each.get(row.pk)) for row in found], "next": found.next_token}


@router.get(
    "/circulars/{pk}", response={200: Any, 404: Problem, 422: Problem}, summary="One published circular with its text"
)
def circular(request: HttpRequest, pk: UUID) -> Any:
    """The frozen text by section; each point with its norm, articles and confidence as cited on ``issued_on``."""
    row = rows_of.circular(PUBLIC, pk)
    letter = letter_of(row)
    sections = [
        {"heading": section["heading"], "text": section["text"], "points": section["points"]}
        for section in letter.to_json()["sections"]
    ]
    return {**_circular(row, rows_of.successor(row)), "sections": sections}


def _circular(row: Circular, after: Circular | None) -> dict[str, Any]:
    """``law_changed``: what it cites no longer stands as on ``issued_on``; ``law_changed_on`` is the first day."""
    letter, news = letter_of(row), law_news(row, today(row.region_id))
    return {
        "id": str(row.pk),
        "office": letter.office,
        "number": letter.number,
        "title": letter.subject,
        "issued_on": letter.issued_on,
        "published_on": row.published_on.isoformat() if row.published_on else None,
        "state": row.state,
        "ended_on": row.ended_on.isoformat() if row.ended_on else None,
        "statuses": row.statuses,
        "groups": row.groups,
        "norms": list(letter.norms),
        "law_changed": bool(news),
        "law_changed_on": min((item.since.isoformat() for item in news if item.since), default=None),
        "supersedes": str(row.supersedes_id) if row.supersedes_id else None,
        "superseded_by": str(after.pk) if after else None,
    }
