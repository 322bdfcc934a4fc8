"""View 1, *Hari ini*: running deadlines that are over or due within seven days, each with its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases.models import Clock, QueueEntry, Recommendation
from sinetra.apps.cases.recommendations import RecommendationFilter, recommendations

AHEAD = timedelta(days=7)
#: No count goes on longer than this; what is more is told as such.
MOST = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class UpTo:
    """How many, or more than ``MOST``."""

    number: int
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNow:
    """``overdue``: open matters with a deadline that is over; ``soon``: deadlines that are over or due within seven
    days; ``late``: recommendations without an answer in time, None for who may not read them."""

    overdue: UpTo
    soon: UpTo
    late: UpTo | None
    clocks: Page[Clock]


def due_now(actor: Actor, day: date, *, size: int = 20) -> DueNow:
    """Errors: ``Forbidden``."""
    require(actor, "matter.read")
    running = visible(actor, Clock).filter(done_at=None, due_on__lte=day + AHEAD)
    entries = visible(actor, QueueEntry).filter(next_due__lt=day)
    shown = running.select_related("matter__region", "matter__handler").defer("matter__facts_sealed")
    return DueNow(
        overdue=at_most(entries),
        soon=at_most(running),
        late=at_most(_late(actor, day)) if may(actor, "recommendation.read") else None,
        clocks=page(shown, order=("due_on", "id"), size=size),
    )


def _late(actor: Actor, day: date) -> QuerySet[Recommendation]:
    return recommendations(actor, RecommendationFilter(overdue_on=day))


def at_most(rows: QuerySet[Any]) -> UpTo:
    found = rows.order_by()[: MOST + 1].count()
    return UpTo(number=min(found, MOST), more=found > MOST)
