"""The parallel tracks of a matter inside a unit of work: opened by the plenary, each on its own clock, none moving the
others; and what they make of the matter together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.models import Clock, Matter, Track
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.routing import route_on, wanted
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.vocabulary import State, TrackOutcome, TrackState
from sinetra.core.casework.routes import Route
from sinetra.core.casework.tracks import BY_TRACKS, matter_state
from sinetra.core.law.words import SubjectStatus
from sinetra.core.law.words import Track as TrackKind

_STUDY = ".study"


def open_tracks(
    work: Work,
    matter: Matter,
    kinds: Iterable[TrackKind],
    *,
    on: date,
    at: datetime,
    subjects: Iterable[SubjectStatus] | None = None,
) -> tuple[Track, ...]:
    """What the plenary decided: the matter goes on by these tracks, and by no others that have not left yet.

    Call it in the plenary's unit of work, after ``matter`` was changed to ``State.PLENARY`` and its clocks were
    stopped, with at least one kind; for "not a violation" call nothing. ``on``, ``at``: legal date and instant of the
    decision (``steps.moment``): the route is that of this day, and a clock in hours starts at this instant.
    ``subjects``: statuses of those reported; left out, they come from the matter's facts (``routing.subjects_of``).
    Where those do not say (a teacher, "jabatan lain"), ask for them: tracks on which the receiver depends on who is
    reported (ethics, discipline, other law) cannot be opened without, criminal and election administration can.

    Makes one track a kind and status. One that was opened before is left where it is when it has left or waits to
    leave, and opened again when it came back or was given up; one that waits or came back and is not named any more
    is given up. Gives back all tracks of the matter, and sets the state of the matter that follows from them.

    A lawful route may be missing: ask first, outside the unit of work, with ``routing.wanted(matter, kinds, subjects,
    on)``, and show its error beside the field. Errors: ``BadInput`` at ``subjects`` or ``subject.status``;
    ``Conflict`` by a lost race.
    """
    routes = wanted(matter, kinds, subjects, on)
    known = {(TrackKind(track.kind), track.subject): track for track in tracks_of(matter)}
    for key, route in routes.items():
        _open(work, matter, key, known.get(key), route, on=on, at=at)
    for key, track in known.items():
        if key not in routes and track.state in (TrackState.OPEN, TrackState.RETURNED):
            give_up(work, track, on=on, at=at)
    settle(work, matter)
    return tracks_of(matter)


def tracks_of(matter: Matter) -> tuple[Track, ...]:
    """In the order in which they were opened."""
    return tuple(Track.objects.filter(matter=matter).select_related("hand_over").order_by("created_at", "id"))


def settle(work: Work, matter: Matter) -> None:
    """The state of the matter that follows from its tracks (``core.casework.tracks``).

    The matter is written even when its state stays: of two tracks that move at once, the second sees the first.
    A matter that went back to its study, or is closed, keeps its own state.
    """
    state = State(matter.state)
    standing = [
        (TrackState(track.state), TrackOutcome(track.outcome) if track.outcome else None)
        for track in Track.objects.filter(matter=matter)
    ]
    if state in BY_TRACKS and standing:
        state = matter_state(standing)
    work.change(matter, state=state)
    work.record("matter.tracks", matter, data={"state": state.value})


def give_up(work: Work, track: Track, *, on: date, at: datetime, reason: str = "") -> None:
    """The plenary does not go on with it."""
    end(work, track, TrackOutcome.TAKEN_BACK, step="give_up", on=on, at=at, reason=reason)


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
    work.change(track, state=TrackState.ENDED, outcome=outcome, ended_on=on, letter=letter)
    work.record(f"track.{step}", track, data={"outcome": outcome.value, "letter": letter}, reason=reason)
    clocks.stop(work, track.matter, at=at, on=on, track=track)
    add_step(work, StepCode.TRACK_ENDED, matter=track.matter, at=at, on=on, track=track.kind, ended=outcome.value)


def reopen(work: Work, track: Track, route: Route, *, step: str, on: date, at: datetime, reason: str = "") -> None:
    """Waits to be sent again, by the route of this day. Errors: ``Conflict`` by state or by a lost race."""
    require_step(track, step)
    work.change(track, state=TrackState.OPEN, opened_on=on, outcome="", ended_on=None, letter="", **_told(route))
    work.record(f"track.{step}", track, data={"route": route.id}, reason=reason)
    _start(work, track, route, on=on, at=at)


def reconsider_returned(work: Work, matter: Matter, *, on: date, at: datetime) -> None:
    """What came back lies before the plenary again; what is elsewhere stays there."""
    for track in Track.objects.filter(matter=matter, state=TrackState.RETURNED).order_by("created_at", "id"):
        route = route_on(matter, TrackKind(track.kind), track.subject, on)
        reopen(work, track, route, step="reconsider", on=on, at=at)


def require_step(track: Track, step: str) -> TrackState:
    """Where the step leads. Errors: ``Conflict`` naming what is possible instead."""
    return casework().tracks.require(TrackState(track.state), step).to_state


def _open(
    work: Work,
    matter: Matter,
    key: tuple[TrackKind, str],
    known: Track | None,
    route: Route,
    *,
    on: date,
    at: datetime,
) -> None:
    kind, subject = key
    if known is not None:
        if known.state == TrackState.RETURNED:
            reopen(work, known, route, step="reconsider", on=on, at=at)
        elif known.outcome == TrackOutcome.TAKEN_BACK:
            reopen(work, known, route, step="open_again", on=on, at=at)
        return
    track = Track(
        organisation_id=matter.organisation_id,
        matter=matter,
        kind=kind,
        subject=subject,
        opened_on=on,
        **_told(route),
    )
    work.create(track)
    work.record("track.open", track, data={"kind": kind.value, "subject": subject, "route": route.id})
    add_step(work, StepCode.TRACK_OPENED, matter=matter, at=at, on=on, track=kind.value)
    _start(work, track, route, on=on, at=at)


def _told(route: Route) -> dict[str, str]:
    return {
        "route": route.id,
        "receives": route.receives.value,
        "decides": route.decides.value,
        "product": route.product.value,
    }


def _start(work: Work, track: Track, route: Route, *, on: date, at: datetime) -> None:
    """The deadline for sending it. Time for the study does not begin anew with the decision: it runs on from where
    the study's own clock began."""
    if route.deadline is None:
        return
    if not route.deadline.endswith(_STUDY):
        clocks.start_rule(work, track.matter, route.deadline, at, track=track)
        return
    # The study's clock, also where it was extended: its rule then ends otherwise.
    last = Clock.objects.filter(matter=track.matter, track=None, rule__startswith=route.deadline)
    study = last.order_by("-started_on", "-id").first()
    if study is not None:
        clocks.start_rule(work, track.matter, study.rule, study.started_on, track=track)
