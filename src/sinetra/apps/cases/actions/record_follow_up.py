"""The institution that took a matter on tells what became of it; recommendations that went with it are answered too."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.actions.record_reply import answered_hand_over
from sinetra.apps.cases.examinations.answers import Reply
from sinetra.apps.cases.follow_up import RULE
from sinetra.apps.cases.models import FollowUpAnswer, HandOver, IssuedDocument, Recommendation
from sinetra.apps.cases.received import Received
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import DECIDED, Direction, HandOverState, LetterState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.packages import Package


def record_follow_up(package: Package, raw: bytes, *, actor: Actor, at: datetime | None = None) -> Received:
    """``package`` is verified already. The same answer again changes nothing; a later one is another row.

    Errors: ``VerificationFailed`` when it answers nothing that was sent to its sender, other content, or says nothing
    that can be used; ``Conflict`` while the acknowledgement has not arrived (the worker tries again), or when its id
    came before with other content.
    """
    hand_over = answered_hand_over(package)
    require(actor, "package.receive", hand_over)
    known = FollowUpAnswer.objects.filter(
        organisation_id=hand_over.organisation_id, direction=Direction.INCOMING, package_id=package.id
    ).first()
    if known is not None:
        return _repeated(package, hand_over, known)
    if hand_over.state != HandOverState.ACKNOWLEDGED:
        raise Conflict(gettext_noop("Tanda terima atas penerusan ini belum datang."), code="not_answered")
    reply = Reply.of(package.content)
    at, on = moment(at, hand_over.matter.region_id)
    row = _row(package, raw, hand_over, reply, at)
    matter = hand_over.matter
    with unit_of_work(actor) as work:
        work.change(hand_over)  # two at once: one wins
        work.record("hand_over.answer", hand_over, data={"answer": reply.answer, "digest": row.package_digest})
        work.create(row)
        work.record("follow_up_answer.receive", row)
        if reply.answer in DECIDED:
            clocks.stop(work, matter, at=at, on=on, ending=(RULE,))
        by = hand_over.counterpart_name
        add_step(work, StepCode.FOLLOW_UP_ANSWERED, matter=matter, at=at, on=on, counterpart=by, answer=reply.answer)
        for recommendation in _recommendations(hand_over):
            _answer(work, recommendation, reply, on)
    return Received(package=package, hand_over=hand_over, repeated=False)


def _repeated(package: Package, hand_over: HandOver, known: FollowUpAnswer) -> Received:
    if known.package_digest != package.digest():
        raise Conflict(gettext_noop("Paket dengan tanda pengenal ini sudah diterima dengan isi lain."), code="package")
    return Received(package=package, hand_over=hand_over, repeated=True)


def _row(package: Package, raw: bytes, hand_over: HandOver, reply: Reply, at: datetime) -> FollowUpAnswer:
    key: UUID = uuid7()
    return FollowUpAnswer(
        id=key,
        organisation_id=hand_over.organisation_id,
        hand_over=hand_over,
        direction=Direction.INCOMING,
        answer=reply.answer,
        decided_on=reply.decided_on,
        letter=reply.letter,
        package_id=package.id,
        package_digest=package.digest(),
        package_sealed=seal_value(raw.decode(), key, "package"),
        at=at,
    )


def _recommendations(hand_over: HandOver) -> QuerySet[Recommendation]:
    """Those of the office that are not decided and whose letter is one that was issued in this matter."""
    letters = IssuedDocument.objects.filter(matter=hand_over.matter, state=LetterState.ISSUED)
    rows = Recommendation.objects.filter(organisation_id=hand_over.organisation_id, decided_on=None)
    return rows.filter(number__in=letters.values("number"))


def _answer(work: Work, row: Recommendation, reply: Reply, on: date) -> None:
    decided = reply.decided_on if reply.answer in DECIDED else None
    answered_on = max(row.dated_on, decided or on)
    work.change(
        row,
        answer=reply.answer,
        answered_on=answered_on,
        answer_letter=reply.letter or row.answer_letter,
        decided_on=answered_on if decided else None,
    )
    work.record("recommendation.answer", row, data={"answer": reply.answer, "on": answered_on, "due": row.due_on})
