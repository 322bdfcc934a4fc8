"""Reads of tracks: what the office sees of each, and what the reporter may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.models import Clock, Matter, Track
from sinetra.apps.cases.routing import track_route
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.track_offers import TRACK_ACTS, possible_tracks
from sinetra.apps.cases.vocabulary import TrackState
from sinetra.apps.reports.law_clock import Due
from sinetra.core.casework.routes import Route
from sinetra.ports import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterClock:
    """``done_on`` None is still running."""

    clock_id: UUID
    due: Due
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackView:
    """``route``: by which it leaves, or has left. ``acts``: names of the verbs that this actor may do on it now."""

    track: Track
    route: Route
    clocks: tuple[MatterClock, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowTrack:
    """What a reporter reads of one track: where it stands, never about whom. ``receives``: the kind of body."""

    kind: str
    receives: str
    product: str
    state: str
    outcome: str
    ended_on: date | None


def track_views(actor: Actor, matter: Matter) -> tuple[TrackView, ...]:
    """Of a matter that the actor may read, in the order in which they were opened."""
    rows = tracks_of(matter)
    if not rows:
        return ()
    today = clock.today(matter.region_id)
    running: dict[UUID | None, list[MatterClock]] = {}
    for row in visible(actor, Clock).filter(matter=matter).exclude(track=None).order_by("due_on", "id"):
        running.setdefault(row.track_id, []).append(told(row))
    verbs = [verb for verb in ("forward", *TRACK_ACTS) if may(actor, f"matter.{verb}", matter)]
    possible = {verb: possible_tracks(verb, rows) for verb in verbs}
    return tuple(
        TrackView(
            track=row,
            route=track_route(row, today if row.hand_over_id is None or row.state == TrackState.RETURNED else None),
            clocks=tuple(running.get(row.pk, ())),
            acts=tuple(verb for verb in verbs if row in possible[verb]),
        )
        for row in rows
    )


def told(row: Clock) -> MatterClock:
    return MatterClock(clock_id=row.pk, due=Due.of(row.told), done_on=row.done_on)


def follow_tracks(actor: Actor) -> tuple[FollowTrack, ...]:
    """Of the report that the actor follows."""
    return tuple(
        FollowTrack(
            kind=row.kind,
            receives=row.receives,
            product=row.product,
            state=row.state,
            outcome=row.outcome,
            ended_on=row.ended_on,
        )
        for row in visible(actor, Track).order_by("created_at", "id")
    )
