"""The receiver answers whoever handed over: being examined, decided with a penalty, or not proven. A signed package."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks, parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.answers import sender_of, untold
from sinetra.apps.cases.follow_up import RULE
from sinetra.apps.cases.models import FollowUpAnswer, Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import DECIDED, Direction
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.packages import Kind, Party


def answer_sender(*, matter: Matter, actor: Actor, at: datetime | None = None) -> FollowUpAnswer:
    """What is told follows from where the examinations stand. A decision ends the clock of the follow-up.

    Errors: ``Forbidden``; ``Conflict`` when there is nothing new to tell, by a lost race or a conflict of interest.
    """
    require(actor, "matter.answer_sender", matter)
    reply, hand_over = untold(matter), sender_of(matter)
    if reply is None or hand_over is None:
        raise Conflict(gettext_noop("Tidak ada yang baru untuk dijawabkan."), code="illegal_transition")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    to = Party(kind=hand_over.counterpart_kind, name=hand_over.counterpart_name)
    content = {"package": str(hand_over.package_id), "digest": hand_over.package_digest, "number": matter.number}
    parcel = parcels.reply(Kind.ANSWER, matter.organisation, to, at, content | reply.to_data())
    key = uuid7()
    row = FollowUpAnswer(
        id=key,
        organisation_id=matter.organisation_id,
        hand_over=hand_over,
        direction=Direction.OUTGOING,
        answer=reply.answer,
        decided_on=reply.decided_on,
        letter=reply.letter,
        package_id=parcel.package.id,
        package_digest=parcel.package.digest(),
        package_sealed=parcel.sealed(key, "package"),
        at=at,
    )
    with unit_of_work(actor) as work:
        work.change(matter)  # two at once: one wins
        work.record("matter.answer_sender", matter, data={"answer": reply.answer, "package": row.package_id})
        work.create(row)
        work.record("follow_up_answer.send", row, data={"digest": row.package_digest})
        if reply.answer in DECIDED:
            clocks.stop(work, matter, at=at, on=on, ending=(RULE,))
        office = matter.organisation.name
        add_step(
            work, StepCode.FOLLOW_UP_ANSWERED, matter=matter, at=at, on=on, counterpart=office, answer=reply.answer
        )
        work.enqueue("packages.deliver_answer", {"answer": str(row.pk)}, key=f"package:{row.package_id}")
    return row
