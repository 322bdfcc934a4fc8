"""The office writes down how one track ended at its receiver. The others run on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import track_moves
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Track
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.tracks import settle
from sinetra.apps.cases.vocabulary import TrackOutcome
from sinetra.core.errors import BadInput, gettext_noop

#: What the receiver or decider has said, by a letter.
DECIDED_THERE = (TrackOutcome.SANCTIONED, TrackOutcome.NOT_PROVEN, TrackOutcome.REFUSED)
#: What can be written down about a track that was acknowledged.
OUTCOMES = tuple(outcome for outcome in TrackOutcome if outcome is not TrackOutcome.TAKEN_BACK)


def end_track(
    *,
    track: Track,
    outcome: TrackOutcome,
    actor: Actor,
    letter: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> Track:
    """``letter``: number of the letter by which they said so. ``reason`` stays in the office.

    Errors: ``Forbidden``; ``BadInput`` naming ``outcome`` or ``letter``; ``Conflict`` by state of the track (only what
    was acknowledged can end so) or the matter, by a lost race, or by a conflict of interest.
    """
    matter = track.matter
    require(actor, "matter.end_track", matter)
    if outcome not in OUTCOMES:
        raise BadInput(
            gettext_noop("Pilih bagaimana jalur ini berakhir."),
            field="outcome",
            accepted=tuple(item.value for item in OUTCOMES),
        )
    if len(letter) > 120 or (outcome in DECIDED_THERE and not letter.strip()):
        raise BadInput(gettext_noop("Tuliskan nomor surat keputusannya."), field="letter")
    track_moves.require_by_tracks(matter)
    track_moves.require_step(track, "end")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        track_moves.end(work, track, outcome, step="end", on=on, at=at, letter=letter.strip(), reason=reason)
        settle(work, matter)
    return track
