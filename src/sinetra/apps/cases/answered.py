"""A hand-over has its answer: by the other side's signature, or by a proof that the sender recorded."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks, track_answers
from sinetra.apps.cases.follow_up import RULE
from sinetra.apps.cases.models import HandOver, RecordedAnswer, Track
from sinetra.apps.cases.moves import walk
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import add_step, answer_line
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Purpose, RecordState, State
from sinetra.core.errors import Conflict, gettext_noop


def state_after(hand_over: HandOver, answer: HandOverState) -> State | None:
    """Where the answer leads the sender's matter; None where its tracks decide, and when it has gone on by what was
    recorded and stays there.

    A recorded answer gives way to a signed one: the matter stands where the signed one leads.
    Errors: ``Conflict`` when the hand-over was answered by the other side before, or the matter cannot go there.
    """
    matter, returned = hand_over.matter, answer is HandOverState.RETURNED
    if hand_over.state != HandOverState.SENT and not hand_over.recorded_by_sender:
        raise Conflict(gettext_noop("Serah terima ini sudah dijawab."), code="answered")
    if Track.objects.filter(matter=matter).exists():
        return None
    forwarded = hand_over.purpose == Purpose.FORWARDING
    goal = State.ACKNOWLEDGED if not returned else State.RETURNED if forwarded else State.INITIAL_STUDY
    if hand_over.recorded_by_sender:
        stands = matter.answer_recorded and matter.state in (State.ACKNOWLEDGED, State.RETURNED)
        return goal if stands else None
    if matter.kind == MatterKind.HANDED_OVER:
        # Passed on: the next institution answers for it now; returned, it is this office's own work again.
        return State.ACKNOWLEDGED
    walk(matter, ("return", "take_back") if returned else ("acknowledge",), goal=goal)
    return goal


def note_answer(
    work: Work,
    hand_over: HandOver,
    answer: HandOverState,
    goal: State | None,
    *,
    answered_at: datetime,
    at: datetime,
    on: date,
    recorded: bool = False,
    **kept: Any,
) -> None:
    """``goal`` is that of ``state_after``, asked before the unit of work. ``on``: the legal date that stops the clock
    of the answer. ``kept``: more of the hand-over's columns."""
    matter, returned, was_recorded = hand_over.matter, answer is HandOverState.RETURNED, hand_over.recorded_by_sender
    work.change(
        hand_over,
        state=answer,
        recorded_by_sender=recorded,
        answered_on=on,
        acknowledged_at=None if returned else answered_at,
        returned_at=answered_at if returned else None,
        **kept,
    )
    hand_over.matter = matter
    track = Track.objects.filter(hand_over=hand_over).first()
    if track is not None:
        track.matter = matter
        take = track_answers.answer_instead if was_recorded else track_answers.answer
        take(work, track, hand_over, at=at, on=on)
        _mark(work, hand_over)
        return
    if goal is not None:
        work.change(matter, state=goal, answer_recorded=recorded)
        work.record("matter.return" if returned else "matter.acknowledgement", matter, data={"recorded": recorded})
    clocks.stop(work, matter, at=at, on=on, ending=(ANSWER,))
    if goal is State.INITIAL_STUDY:
        clocks.take_up_again(work, matter, on)
    if matter.kind == MatterKind.HANDED_OVER and not returned:
        clocks.start_rule(work, matter, RULE, on)
    add_step(work, answer_line(hand_over), matter=matter, at=at, on=on, counterpart=hand_over.counterpart_name)


def _mark(work: Work, hand_over: HandOver) -> None:
    """A matter with tracks is marked while one of its answers is only recorded."""
    matter = hand_over.matter
    rows = HandOver.objects.filter(matter=matter, direction=Direction.OUTGOING, recorded_by_sender=True)
    is_recorded = rows.filter(track__isnull=False).exists()
    if matter.answer_recorded != is_recorded:
        work.change(matter, answer_recorded=is_recorded)
        work.record("matter.answer_recorded", matter, data={"recorded": is_recorded})


def give_way(work: Work, hand_over: HandOver) -> None:
    """What the sender had recorded stays in the trail, marked as replaced."""
    for row in RecordedAnswer.objects.filter(
        hand_over=hand_over, state__in=(RecordState.WAITING, RecordState.CONFIRMED)
    ).order_by("id"):
        work.change(row, state=RecordState.REPLACED)
        work.record("hand_over.record_replaced", row)
