"""Hand-overs that nobody answered in time, as each side sees its own: sent and silent, or come in and not answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Clock, HandOver
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.vocabulary import HandOverState

OPEN = (HandOverState.SENT, HandOverState.RECEIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """``clocks``: those of the answer that ran out, the longest first. ``hand_overs``: what waits, by clock."""

    clocks: Page[Clock]
    hand_overs: Mapping[UUID, HandOver]


def overdue_hand_overs(actor: Actor, day: date, *, after: str | None = None, size: int = 50) -> Silent:
    """Both directions of the actor's office. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    found = page(ran_out(visible(actor, Clock), day), order=("due_on", "id"), after=after, size=size)
    return Silent(clocks=found, hand_overs=open_of(visible(actor, HandOver), found))


def ran_out(clocks: QuerySet[Clock], day: date) -> QuerySet[Clock]:
    """A clock of the answer runs exactly as long as the hand-over waits."""
    rows = clocks.filter(done_at=None, due_on__lt=day, rule=ANSWER)
    return rows.select_related("matter__region", "matter__handler")


def open_of(rows: QuerySet[HandOver], clocks: Iterable[Clock]) -> Mapping[UUID, HandOver]:
    """The hand-over that waits, of each clock: of its track, where the clock is of one."""
    clocks = list(clocks)
    found = rows.filter(matter_id__in=[clock.matter_id for clock in clocks], state__in=OPEN)
    waiting = {_place(row.matter_id, row.track_key): row for row in _with_track(found)}
    places = {clock.pk: _place(clock.matter_id, clock.track_id) for clock in clocks}
    return {key: waiting[place] for key, place in places.items() if place in waiting}


def answer_clocks(actor: Actor, hand_overs: Iterable[HandOver]) -> Mapping[UUID, Clock]:
    """The running clock of the answer, by hand-over that waits."""
    keys = [row.pk for row in hand_overs if row.state in OPEN]
    rows = list(_with_track(visible(actor, HandOver).filter(pk__in=keys)))
    clocks = visible(actor, Clock).filter(matter_id__in=[row.matter_id for row in rows], rule=ANSWER, done_at=None)
    running = {_place(clock.matter_id, clock.track_id): clock for clock in clocks.order_by("due_on", "id")}
    places = {row.pk: _place(row.matter_id, row.track_key) for row in rows}
    return {key: running[place] for key, place in places.items() if place in running}


def _with_track(rows: QuerySet[HandOver]) -> QuerySet[Any]:
    return rows.annotate(track_key=F("track__id")).order_by("sent_at", "id")


def _place(matter: UUID, track: UUID | None) -> tuple[UUID, UUID | None]:
    return matter, track
