"""Articles that are here already and may tell of the same event as new ones: of their region and days only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, Story
from sinetra.core import press

#: Of each region, of its province and of no known region so many events at most, those opened last.
MOST = 50


def neighbours(new: Iterable[press.Article], actor: Actor) -> list[Article]:
    """For a whole delivery at once, the newest first in each region."""
    held = list(new)
    towns = {place.code for article in held if (place := article.place) and place.code}
    codes: list[str | None] = [*sorted(towns | {code[:2] for code in towns}), None] if held else []
    days = _days(held)
    found: list[Article] = []
    for code in codes:
        rows = policy.visible(actor, Article).filter(_of_events(code, days, actor))
        found += rows.select_related("story").prefetch_related("corrections").order_by("-id")[:MOST]
    return found


def _days(articles: list[press.Article]) -> tuple[date, date] | None:
    """From the first to the last day of all; None when one of them tells no day."""
    each = [press.around(article) for article in articles]
    known = [days for days in each if days is not None]
    if not known or len(known) < len(each):
        return None
    return min(first for first, _last in known), max(last for _first, last in known)


def _of_events(code: str | None, days: tuple[date, date] | None, actor: Actor) -> Q:
    """Two looks at an index where the days are known: one for them, one for events of no known day."""
    rows = policy.visible(actor, Story).filter(region_id=code).order_by("-id")
    parts = [rows] if days is None else [rows.filter(event_date__range=days), rows.filter(event_date=None)]
    found = Q()
    for part in parts:
        found |= Q(story__in=part.values("pk")[:MOST])
    return found
