"""Hand-overs that nobody answered in time, as each side sees its own: sent and silent, or come in and not answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Clock, HandOver
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.vocabulary import HandOverState

OPEN = (HandOverState.SENT, HandOverState.RECEIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """``clocks``: those of the answer that ran out, the longest first. ``hand_overs``: what waits, by matter."""

    clocks: Page[Clock]
    hand_overs: Mapping[UUID, HandOver]


def overdue_hand_overs(actor: Actor, day: date, *, after: str | None = None, size: int = 50) -> Silent:
    """Both directions of the actor's office. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    found = page(ran_out(visible(actor, Clock), day), order=("due_on", "id"), after=after, size=size)
    return Silent(clocks=found, hand_overs=open_of(visible(actor, HandOver), [row.matter_id for row in found]))


def ran_out(clocks: QuerySet[Clock], day: date) -> QuerySet[Clock]:
    """A clock of the answer runs exactly as long as the hand-over waits."""
    rows = clocks.filter(done_at=None, due_on__lt=day, rule=ANSWER)
    return rows.select_related("matter__region", "matter__handler")


def open_of(rows: QuerySet[HandOver], matters: Iterable[UUID]) -> Mapping[UUID, HandOver]:
    """The hand-over that waits, of each matter."""
    found = rows.filter(matter_id__in=list(matters), state__in=OPEN).order_by("sent_at", "id")
    return {row.matter_id: row for row in found}


def answer_clocks(actor: Actor, hand_overs: Iterable[HandOver]) -> Mapping[UUID, Clock]:
    """The running clock of the answer, by matter."""
    matters = [row.matter_id for row in hand_overs]
    rows = visible(actor, Clock).filter(matter_id__in=matters, rule=ANSWER, done_at=None)
    return {row.matter_id: row for row in rows.order_by("due_on", "id")}
