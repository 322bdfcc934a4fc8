"""A second person looks at the proof of a recorded answer: it counts, or it is rejected with a reason."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.answered import note_answer, state_after
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, RecordedAnswer
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import HandOverState, RecordState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock


def confirm_acknowledgement(
    *, record: RecordedAnswer, accept: bool, actor: Actor, reason: str = "", at: datetime | None = None
) -> RecordedAnswer:
    """Accepted, the hand-over is answered from the day of the proof on, marked as recorded by the sender; rejected, it
    waits as before.

    Errors: ``Forbidden``; ``BadInput`` without a reason when it is rejected; ``Conflict`` for the person who recorded
    it, when it was decided or answered meanwhile, or by interest.
    """
    hand_over = record.hand_over
    require(actor, "package.confirm_acknowledgement", hand_over)
    if is_same_person(record, actor):
        message = gettext_noop("Anda yang mencatat jawaban ini; orang lain dari kantor Anda yang memeriksanya.")
        raise Conflict(message, code="two_persons")
    if not accept and not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasan penolakan."), field="reason")
    require_no_conflict(actor, hand_over.matter)
    if record.state != RecordState.WAITING:
        raise Conflict(gettext_noop("Catatan ini sudah diputuskan."), code="decided")
    at, on = moment(at, hand_over.matter.region_id)
    decided: dict[str, Any] = {"decided_by_id": actor.user_id, "decided_at": at}
    if not accept:
        return _reject(record, decided, reason.strip(), actor, at, on)
    answer = HandOverState(record.answer)
    goal = state_after(hand_over, answer)
    answered_at = _instant(record, at)
    with unit_of_work(actor) as work:
        work.change(record, state=RecordState.CONFIRMED, **decided)
        work.record("hand_over.confirm_record", record, data={"answer": record.answer})
        note_answer(work, hand_over, answer, goal, answered_at=answered_at, at=at, on=record.dated_on, recorded=True)
        work.record("hand_over.confirm_record", hand_over, data={"record": record.pk}, reason=reason.strip())
    return record


def is_same_person(record: RecordedAnswer, actor: Actor) -> bool:
    """Nobody is the second person of their own record, with another account neither; the machine is no person."""
    return actor.user_id is None or record.recorded_by_id in accounts_of_one_person(actor.user_id)


def _reject(
    record: RecordedAnswer, decided: dict[str, Any], reason: str, actor: Actor, at: datetime, on: date
) -> RecordedAnswer:
    hand_over: HandOver = record.hand_over
    sealed = seal_value(reason, record.pk, "reason")
    with unit_of_work(actor) as work:
        work.change(record, state=RecordState.REJECTED, reason_sealed=sealed, **decided)
        work.record("hand_over.reject_record", record, data={"answer": record.answer}, reason=reason)
        name = hand_over.counterpart_name
        add_step(work, StepCode.RECORD_REJECTED, matter=hand_over.matter, at=at, on=on, counterpart=name)
    return record


def _instant(record: RecordedAnswer, at: datetime) -> datetime:
    """A proof tells a day; pages show no more than that of it. Between sending and now."""
    hand_over: HandOver = record.hand_over
    zone = clock.zone_of(hand_over.matter.region_id).info
    return max(hand_over.sent_at, min(datetime.combine(record.dated_on, time(12), zone), at))
