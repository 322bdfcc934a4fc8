"""The queues of an office: all open matters, one's own, those of nobody; the nearest deadline or the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import beside
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import QueueEntry


class Whose(StrEnum):
    OFFICE = ""
    MINE = "mine"
    NOBODY = "nobody"


class Order(StrEnum):
    DUE = ""
    NEWEST = "newest"
    OLDEST = "oldest"


COLUMNS = {
    Order.DUE: ("next_due", "pk"),
    Order.NEWEST: ("-opened_at", "-pk"),
    Order.OLDEST: ("opened_at", "pk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """``region``: with all that lies in it. ``overdue_on``: only what was due before that day."""

    whose: Whose = Whose.OFFICE
    order: Order = Order.DUE
    state: str = ""
    kind: str = ""
    region: str = ""
    overdue_on: date | None = None


def queue(actor: Actor, filters: QueueFilter) -> QuerySet[QueueEntry]:
    """With matter, region and handler; to be paged by ``COLUMNS[filters.order]``. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    rows = visible(actor, QueueEntry)
    if filters.whose is Whose.MINE:
        rows = rows.filter(handler_id=actor.user_id)
    elif filters.whose is Whose.NOBODY:
        rows = rows.filter(handler=None)
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.region:
        rows = rows.filter(Q(region__code=filters.region) | Q(region__code__startswith=f"{filters.region}."))
    if filters.overdue_on:
        rows = rows.filter(next_due__lt=filters.overdue_on)
    # What a list shows; the sealed facts of a matter stay where they are.
    shown = ("number", "register_number", "version", "kind", "state", "opened_on", "answer_recorded")
    return rows.select_related("matter", "region", "handler").only(
        "next_due",
        "opened_at",
        "region__name",
        "handler__name",
        *(f"matter__{name}" for name in shown),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The matters before and after one in its queue; None at an end, and for a matter that has left the queue."""

    before: QueueEntry | None = None
    after: QueueEntry | None = None


def neighbours(actor: Actor, filters: QueueFilter, matter_id: UUID) -> Neighbours:
    """Errors: ``Forbidden``."""
    rows = queue(actor, filters)
    row = rows.filter(pk=matter_id).first()
    if row is None:
        return Neighbours()
    before, after = beside(rows, row, order=COLUMNS[filters.order])
    return Neighbours(before=before, after=after)
