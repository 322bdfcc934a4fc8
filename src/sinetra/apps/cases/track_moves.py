"""What becomes of one track inside a unit of work: it ends, or waits to be sent anew. Its clocks follow, no other's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.models import Clock, Matter, Track
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.vocabulary import Outcome, TrackOutcome, TrackState
from sinetra.core.casework.routes import Route
from sinetra.core.casework.tracks import BY_TRACKS
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock

_STUDY = ".study"


def tracks_of(matter: Matter) -> tuple[Track, ...]:
    """In the order in which they were opened."""
    rows = tuple(Track.objects.filter(matter=matter).select_related("hand_over").order_by("created_at", "id"))
    for row in rows:
        row.matter = matter  # so that the caller sees what becomes of it
    return rows


def change(work: Work, track: Track, **values: Any) -> None:
    """Guarded; the track keeps the matter that its caller holds. Errors: ``Conflict``."""
    matter = track.matter
    work.change(track, **values)
    track.matter = matter


def require_step(track: Track, step: str) -> TrackState:
    """Where the step leads. Errors: ``Conflict`` naming what is possible instead."""
    return casework().tracks.require(TrackState(track.state), step).to_state


def require_by_tracks(matter: Matter) -> None:
    """Errors: ``Conflict`` while the matter is studied again, or when it is closed: its tracks rest then."""
    if matter.state not in BY_TRACKS:
        raise Conflict(
            gettext_noop("Jalur tidak dapat diubah selama perkara dalam keadaan %(state)s."),
            code="illegal_transition",
            state=matter.state,
        )


def end(
    work: Work,
    track: Track,
    outcome: TrackOutcome,
    *,
    step: str,
    on: date,
    at: datetime,
    letter: str = "",
    reason: str = "",
) -> None:
    """Stops its clocks, none of another. Errors: ``Conflict`` by state or by a lost race."""
    require_step(track, step)
    change(work, track, state=TrackState.ENDED, outcome=outcome, ended_on=on, letter=letter)
    work.record(f"track.{step}", track, data={"outcome": outcome.value, "letter": letter}, reason=reason)
    clocks.stop(work, track.matter, at=at, on=on, track=track)
    add_step(work, StepCode.TRACK_ENDED, matter=track.matter, at=at, on=on, track=track.kind, ended=outcome.value)


def end_all(work: Work, matter: Matter, outcome: Outcome, *, on: date, at: datetime) -> None:
    """With its matter ends what is still with a receiver, or was never sent: as the matter does."""
    for track in tracks_of(matter):
        if track.state != TrackState.ENDED:
            step = "give_up" if track.state == TrackState.OPEN else "end"
            end(work, track, TrackOutcome(outcome.value), step=step, on=on, at=at)


def give_up(work: Work, track: Track, *, on: date, at: datetime, reason: str = "") -> None:
    """The plenary does not go on with it."""
    end(work, track, TrackOutcome.TAKEN_BACK, step="give_up", on=on, at=at, reason=reason)


def reopen(work: Work, track: Track, route: Route, *, step: str, on: date, at: datetime, reason: str = "") -> None:
    """Waits to be sent again, by the route of this day. Errors: ``Conflict`` by state or by a lost race."""
    require_step(track, step)
    change(
        work, track, state=TrackState.OPEN, opened_on=on, outcome="", ended_on=None, letter="", **route_values(route)
    )
    work.record(f"track.{step}", track, data={"route": route.id}, reason=reason)
    start_clock(work, track, route, on=on, at=at)


def route_values(route: Route) -> dict[str, str]:
    return {
        "route": route.id,
        "receives": route.receives.value,
        "decides": route.decides.value,
        "product": route.product.value,
    }


def start_clock(work: Work, track: Track, route: Route, *, on: date, at: datetime) -> None:
    """The deadline for sending it. Time for the study does not begin anew with the decision: it runs on from where
    the study's own clock began."""
    if route.deadline is None:
        return
    if not route.deadline.endswith(_STUDY):
        # Where the legal date is another day (paper entered later, shifted date), hours count from that day.
        moment = at.astimezone(clock.zone_of(track.matter.region_id).info)
        began = datetime.combine(on, moment.timetz())
        clocks.start_rule(work, track.matter, route.deadline, began, track=track)
        return
    # The study's clock, also where it was extended: its rule then ends otherwise.
    last = Clock.objects.filter(matter=track.matter, track=None, rule__startswith=route.deadline)
    study = last.order_by("-started_on", "-id").first()
    if study is not None:
        clocks.start_rule(work, track.matter, study.rule, study.started_on, track=track)
