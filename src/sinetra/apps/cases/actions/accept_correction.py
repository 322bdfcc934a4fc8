"""What another institution found not proven ends here as well, and goes on to everybody whom this office had told."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import clocks, parcels, track_moves
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import begin
from sinetra.apps.cases.models import Correction, Matter, Track
from sinetra.apps.cases.moves import CLOSE, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.tracks import settle
from sinetra.apps.cases.vocabulary import (
    CorrectionState,
    Direction,
    MatterKind,
    Outcome,
    State,
    TrackOutcome,
    TrackState,
)
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.packages import Kind, Party

_NOTHING_THERE = (TrackOutcome.NOT_PROVEN, TrackOutcome.REFUSED)


def accept_correction(*, correction: Correction, actor: Actor, at: datetime | None = None) -> Correction:
    """Signs that it was taken over, and sends that back. The matter is closed as not proven, or, when it was closed
    already, its outcome becomes that. Of a matter with tracks only the track ends that the correction is about, as
    long as another goes on or came to something.

    Errors: ``Forbidden`` (at Bawaslu the plenary decides); ``Conflict`` when it was taken over before, when the matter
    is still on its way, by a lost race, or by a conflict of interest.
    """
    require(actor, "correction.accept", correction)
    if correction.direction != Direction.INCOMING or correction.state != CorrectionState.OPEN:
        raise Conflict(gettext_noop("Pembetulan ini sudah dijawab."), code="answered")
    matter = correction.matter
    own, others = _tracks(matter, correction)
    ends = all(row.outcome in _NOTHING_THERE for row in others)
    if ends and matter.state != State.CLOSED and matter.kind != MatterKind.HANDED_OVER:
        walk(matter, CLOSE[Outcome.NOT_PROVEN], goal=State.CLOSED)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    to = Party(kind=correction.body_kind, name=correction.body_name)
    content = {"package": str(correction.package_id), "digest": correction.package_digest, "number": matter.number}
    parcel = parcels.reply(Kind.CORRECTED, matter.organisation, to, at, content)
    with unit_of_work(actor) as work:
        work.change(
            correction,
            state=CorrectionState.ACKNOWLEDGED,
            acknowledged_on=on,
            by_id=actor.user_id,
            reply_digest=parcel.package.digest(),
            reply_sealed=parcel.sealed(correction.pk, "reply"),
        )
        work.record("correction.accept", correction, data={"digest": correction.reply_digest})
        for row in own:
            _end(work, row, at=at, on=on)
        if ends:
            _close(work, correction, at=at, on=on)
        else:
            settle(work, matter)
        payload = {"correction": str(correction.pk), "part": "reply"}
        work.enqueue("corrections.deliver", payload, key=f"package:{parcel.package.id}")
    return correction


def _tracks(matter: Matter, correction: Correction) -> tuple[list[Track], list[Track]]:
    """What the correction is about, and the others; without those that were given up."""
    rows = [track for track in tracks_of(matter) if track.outcome != TrackOutcome.TAKEN_BACK]
    own = [row for row in rows if correction.about_id is not None and row.hand_over_id == correction.about_id]
    return own, [row for row in rows if row not in own]


def _end(work: Work, track: Track, *, at: datetime, on: date) -> None:
    """Also of a track that ended by going over to the receiver: now it is known how it ended there."""
    if track.state == TrackState.ACKNOWLEDGED:
        track_moves.end(work, track, TrackOutcome.NOT_PROVEN, step="end", on=on, at=at)
    elif track.outcome == TrackOutcome.HANDED_OVER:
        track_moves.change(work, track, outcome=TrackOutcome.NOT_PROVEN)
        work.record("track.corrected", track, data={"outcome": TrackOutcome.NOT_PROVEN.value})


def _close(work: Work, correction: Correction, *, at: datetime, on: date) -> None:
    matter = correction.matter
    before = matter.outcome
    work.change(matter, state=State.CLOSED, outcome=Outcome.NOT_PROVEN, closed_at=matter.closed_at or at)
    work.record("matter.close", matter, data={"outcome": Outcome.NOT_PROVEN.value, "before": before})
    clocks.stop(work, matter, at=at, on=on)
    add_step(work, StepCode.CLOSED, matter=matter, at=at, on=on, outcome=Outcome.NOT_PROVEN.value)
    begin(work, matter, on=on, but=correction.body_name)
