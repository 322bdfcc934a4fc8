"""What the answer to a hand-over makes of its track, whoever wrote the answer down."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks, recommended
from sinetra.apps.cases.models import HandOver, Track
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.track_moves import change, require_step
from sinetra.apps.cases.tracks import settle
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.ports import clock


def answer(work: Work, track: Track, hand_over: HandOver, *, at: datetime, on: date) -> None:
    """Inside the unit of work in which ``hand_over`` was answered: stops the clock of the answer, starts
    that of what the receiver owes now, enters an acknowledged recommendation about a civil servant in the register, and
    lets the matter follow.

    Errors: ``Conflict``."""
    returned = hand_over.state == HandOverState.RETURNED
    name = "return" if returned else "acknowledge"
    change(work, track, state=require_step(track, name))
    work.record(f"track.{name}", track)
    matter = track.matter
    clocks.stop(work, matter, at=at, on=on, ending=(ANSWER,), track=track)
    if not returned:
        answered_at = hand_over.acknowledged_at or at
        received_on = answered_at.astimezone(clock.zone_of(matter.region_id).info).date()
        recommended.enter(work, track, hand_over, received_on=received_on)
        follow_up = casework().routes.get(track.route).follow_up
        if follow_up is not None:
            clocks.start_rule(work, matter, follow_up, received_on, track=track)
    settle(work, matter)
    code = StepCode.RETURNED if returned else StepCode.ACKNOWLEDGED
    add_step(work, code, matter=matter, at=at, on=on, counterpart=hand_over.counterpart_name, track=track.kind)
