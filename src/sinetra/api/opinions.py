"""The library of advisory opinions for machines: published ones, without a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from sinetra.api.problems import Problem
from sinetra.apps.advice.law import law_change
from sinetra.apps.advice.models import Opinion
from sinetra.apps.advice.selectors import library
from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.paging import page
from sinetra.ports.clock import today

router = Router(tags=["law"])
SIZE = 50


@router.get("/opinions", response={200: Any, 422: Problem}, summary="Published advisory opinions, the newest first")
def opinions(request: HttpRequest, q: str = "", after: str | None = None) -> Any:
    """``q``: words of title, text or norm. ``next`` goes on as ``after``; null on the last page."""
    found = page(library(q[:80]), order=("-published_on", "-id"), after=after, size=SIZE)
    return {"opinions": [_opinion(row) for row in found], "next": found.next_token}


def _opinion(row: Opinion) -> dict[str, Any]:
    """``law_changed``: the cited norms no longer stand as on ``law_date``; ``law_changed_on`` is the day, if known."""
    change = law_change(row.norms, row.law_date, today())
    return {
        "id": str(row.pk),
        "title": row.title,
        "question": row.question,
        "answer": row.answer,
        "law_date": row.law_date.isoformat(),
        "published_on": row.published_on.isoformat() if row.published_on else None,
        "law_changed": change is not None,
        "law_changed_on": change.since.isoformat() if change and change.since else None,
        "norms": [_norm(name, row) for name in row.norms],
    }


def _norm(name: str, row: Opinion) -> dict[str, Any]:
    book = rulebook()
    norm = book.norm(name) if name in book.place else None
    return {
        "id": name,
        "title": norm.title.to_json() if norm else None,
        "citations": [
            {"instrument": item.instrument, "article": item.article, "confidence": item.confidence.value}
            for item in (norm.citations if norm else ())
            if item.period.holds(row.law_date)
        ],
    }
