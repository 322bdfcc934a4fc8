"""The plenary does not go on with one track; the others run on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import track_moves
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Track
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.track_offers import possible_tracks
from sinetra.apps.cases.tracks import settle
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def give_up_track(*, track: Track, reason: str, actor: Actor, at: datetime | None = None) -> Track:
    """What has left cannot be given up: it is the receiver's, who answers. The last one neither: then the matter is
    closed as what it is.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` without a reason; ``Conflict`` by state of the track or the
    matter, for the last track, by a lost race, or by a conflict of interest.
    """
    matter = track.matter
    require(actor, "matter.give_up_track", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    track_moves.require_by_tracks(matter)
    track_moves.require_step(track, "give_up")
    if track not in possible_tracks("give_up_track", track_moves.tracks_of(matter)):
        message = gettext_noop("Ini jalur terakhir. Bila tidak dilanjutkan, tutup perkaranya dalam pleno.")
        raise Conflict(message, code="last_track")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        track_moves.give_up(work, track, on=on, at=at, reason=reason.strip())
        settle(work, matter)
    return track
