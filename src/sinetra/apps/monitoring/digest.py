"""The week in the press as an office read it: numbers only, each with what leads to its list. No person is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.models import Article, Story, WatchHit
from sinetra.apps.monitoring.week import Week
from sinetra.apps.prevention.models import Circular

# Lines of one section; the lists behind them have all.
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCount:
    """``region`` is a code, empty where no outlet says where."""

    event_type: str
    region: str
    region_name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCount:
    watch_list: UUID
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """A number of cases as one outlet printed it; ``span`` is its place in the text."""

    article: UUID
    outlet: str
    region_name: str
    value: int
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    week: Week
    events: tuple[EventCount, ...]
    hits: tuple[ListCount, ...]
    differing: int
    circulars: int
    agreements: int
    cases: tuple[Cases, ...]

    @property
    def is_empty(self) -> bool:
        numbers = (self.events, self.hits, self.differing, self.circulars, self.agreements, self.cases)
        return not any(numbers)


def digest(actor: Actor, week: Week) -> Digest:
    """Reads the rows of one week."""
    grouped = events(actor, week).order_by().values("event_type", "region_id", "region__name").annotate(n=Count("pk"))
    hits = week_hits(actor, week).order_by().values("watch_list_id", "watch_list__name").annotate(n=Count("pk"))
    return Digest(
        week=week,
        events=tuple(
            EventCount(
                event_type=row["event_type"],
                region=row["region_id"] or "",
                region_name=row["region__name"] or "",
                number=row["n"],
            )
            for row in grouped.order_by("event_type", "region_id")[:MOST]
        ),
        hits=tuple(
            ListCount(watch_list=row["watch_list_id"], name=row["watch_list__name"], number=row["n"])
            for row in hits.order_by("watch_list_id")[:MOST]
        ),
        differing=differing(actor, week).count(),
        circulars=circulars(actor, week).count(),
        agreements=agreements(actor, week).count(),
        cases=tuple(_cases(row) for row in case_articles(actor, week).order_by("id")[:MOST]),
    )


def events(actor: Actor, week: Week) -> QuerySet[Story]:
    """Events that were first told of in this week."""
    rows = policy.visible(actor, Story).filter(created_at__gte=week.starts, created_at__lt=week.ends)
    return rows.exclude(state=Story.State.REJECTED).select_related("region")


def differing(actor: Actor, week: Week) -> QuerySet[Story]:
    """Events with an article of this week whose outlets differ."""
    told = Article.objects.filter(story=OuterRef("pk"), captured_at__gte=week.starts, captured_at__lt=week.ends)
    rows = policy.visible(actor, Story).filter(Exists(told)).exclude(state=Story.State.REJECTED)
    return rows.exclude(conflicts=[]).select_related("region")


def week_hits(actor: Actor, week: Week) -> QuerySet[WatchHit]:
    return policy.visible(actor, WatchHit).filter(created_at__gte=week.starts, created_at__lt=week.ends)


def circulars(actor: Actor, week: Week) -> QuerySet[Circular]:
    """Known from the press only."""
    rows = policy.visible(actor, Circular).filter(created_at__gte=week.starts, created_at__lt=week.ends)
    return rows.filter(state=Circular.State.PRESS).select_related("region")


def agreements(actor: Actor, week: Week) -> QuerySet[Agreement]:
    """Known from the press only."""
    rows = policy.visible(actor, Agreement).filter(created_at__gte=week.starts, created_at__lt=week.ends)
    return rows.filter(story__isnull=False).select_related("region")


def case_articles(actor: Actor, week: Week) -> QuerySet[Article]:
    """Articles of this week that say a number of cases, also none."""
    rows = policy.visible(actor, Article).filter(captured_at__gte=week.starts, captured_at__lt=week.ends)
    return rows.filter(facts__cases_so_far__value__isnull=False).select_related("story__region").defer("text")


def _cases(row: Article) -> Cases:
    fact: dict[str, Any] = row.facts["cases_so_far"]
    span = fact.get("span")
    return Cases(
        article=row.pk,
        outlet=row.outlet or row.source,
        region_name=row.story.region.name if row.story and row.story.region else "",
        value=int(fact["value"]),
        span=(span[0], span[1]) if span else None,
    )
