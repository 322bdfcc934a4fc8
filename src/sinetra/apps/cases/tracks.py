"""The parallel tracks of a matter inside a unit of work: opened by the plenary, each on its own clock, none moving the
others; and what they make of the matter together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import Matter, Track
from sinetra.apps.cases.partners import receivers_of
from sinetra.apps.cases.routing import route_on, track_route, wanted
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.track_moves import give_up, reopen, route_values, start_clock, tracks_of
from sinetra.apps.cases.track_offers import leaving
from sinetra.apps.cases.vocabulary import State, TrackOutcome, TrackState
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.routes import Route
from sinetra.core.casework.tracks import BY_TRACKS, matter_state
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.law.words import SubjectStatus
from sinetra.core.law.words import Track as TrackKind


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
    for kind in dict.fromkeys(kind for kind, subject in routes if (kind, subject) not in known):
        add_step(work, StepCode.TRACK_OPENED, matter=matter, at=at, on=on, track=kind.value)
    for key, track in known.items():
        if key not in routes and track.state in (TrackState.OPEN, TrackState.RETURNED):
            give_up(work, track, on=on, at=at)
    settle(work, matter)
    return tracks_of(matter)


def waiting_for(matter: Matter, to: Organisation, on: date) -> Track | None:
    """The one that waits to leave for this receiver; None for a matter without tracks.

    Errors: ``Conflict`` when none waits; ``BadInput`` naming ``track`` when none, or more than one, goes there.
    """
    tracks = tracks_of(matter)
    if not tracks:
        return None
    rows = leaving(tracks)
    if not rows:
        raise Conflict(gettext_noop("Semua jalur sudah diteruskan."), code="illegal_transition")
    fitting = [row for row in rows if receivers_of(matter, track_route(row, on).receives).filter(pk=to.pk).exists()]
    if len(fitting) != 1:
        raise BadInput(
            gettext_noop("Pilih jalur mana yang diteruskan kepada %(value)s."),
            field="track",
            accepted=tuple(row.kind for row in fitting or rows),
            value=to.name,
        )
    return fitting[0]


def plenary_again(work: Work, matter: Matter, *, on: date, at: datetime) -> None:
    """A plenary is held over a matter with tracks: what came back lies before it again, what is elsewhere stays there.
    ``open_tracks`` then says by which tracks it goes on."""
    tracks = tracks_of(matter)
    for track in tracks:
        if track.state == TrackState.RETURNED:
            route = route_on(matter, TrackKind(track.kind), track.subject, on)
            reopen(work, track, route, step="reconsider", on=on, at=at)
    if tracks:
        settle(work, matter)


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
        **route_values(route),
    )
    work.create(track)
    work.record("track.open", track, data={"kind": kind.value, "subject": subject, "route": route.id})
    start_clock(work, track, route, on=on, at=at)
