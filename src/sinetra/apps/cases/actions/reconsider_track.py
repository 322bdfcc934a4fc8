"""One track that came back lies before the plenary again, and is sent anew. What is elsewhere is not pulled back."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import track_moves
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Track
from sinetra.apps.cases.routing import route_on
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.tracks import settle
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import Track as TrackKind


def reconsider_track(*, track: Track, reason: str, actor: Actor, at: datetime | None = None) -> Track:
    """By the route of this day. ``reason``: what the plenary decided, kept in the audit entry.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` without a reason; ``Conflict`` by state of the track or the
    matter, by a lost race, or by a conflict of interest.
    """
    matter = track.matter
    require(actor, "matter.reconsider_track", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    track_moves.require_by_tracks(matter)
    track_moves.require_step(track, "reconsider")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    route = route_on(matter, TrackKind(track.kind), track.subject, on)
    with unit_of_work(actor) as work:
        track_moves.reopen(work, track, route, step="reconsider", on=on, at=at, reason=reason.strip())
        settle(work, matter)
    return track
