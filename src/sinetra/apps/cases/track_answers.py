"""What the answer to a hand-over makes of its track, whoever wrote the answer down."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks, recommended
from sinetra.apps.cases.models import HandOver, Recommendation, Track
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import add_step, answer_line
from sinetra.apps.cases.track_moves import change, require_step
from sinetra.apps.cases.tracks import settle
from sinetra.apps.cases.vocabulary import Answer, HandOverState, TrackState


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
        _received(work, track, hand_over, on)
    settle(work, matter)
    add_step(
        work,
        answer_line(hand_over),
        matter=matter,
        at=at,
        on=on,
        counterpart=hand_over.counterpart_name,
        track=track.kind,
    )


def answer_instead(work: Work, track: Track, hand_over: HandOver, *, at: datetime, on: date) -> None:
    """The other side's own answer takes the place of what the sender had recorded. A track that has ended since keeps
    its end. Errors: ``Conflict``."""
    state = TrackState(hand_over.state)
    if track.state in (TrackState.ACKNOWLEDGED, TrackState.RETURNED) and track.state != state:
        change(work, track, state=state)
        work.record("track.answer_instead", track, data={"state": state.value})
        if state is TrackState.ACKNOWLEDGED:
            _received(work, track, hand_over, on)
        else:
            _returned_after_all(work, track, at=at, on=on)
    settle(work, track.matter)
    matter, counterpart = track.matter, hand_over.counterpart_name
    add_step(work, answer_line(hand_over), matter=matter, at=at, on=on, counterpart=counterpart, track=track.kind)


def _received(work: Work, track: Track, hand_over: HandOver, on: date) -> None:
    received_on = hand_over.answered_on or on
    recommended.enter(work, track, hand_over, received_on=received_on)
    follow_up = casework().routes.get(track.route).follow_up
    if follow_up is not None:
        clocks.start_rule(work, track.matter, follow_up, received_on, track=track)


def _returned_after_all(work: Work, track: Track, *, at: datetime, on: date) -> None:
    """Nothing is owed by who has sent it back; the register says so."""
    clocks.stop(work, track.matter, at=at, on=on, track=track)
    for row in Recommendation.objects.filter(track=track, decided_on=None):
        work.change(row, answer=Answer.RETURNED, answered_on=on)
        work.record("recommendation.answer", row, data={"answer": Answer.RETURNED.value})
