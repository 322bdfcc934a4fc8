"""The receiving office sends a matter back, saying why."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks, parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.moves import answer
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Direction, Outcome, State
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.packages import Kind, Party


def return_package(*, hand_over: HandOver, reason: str, actor: Actor, at: datetime | None = None) -> HandOver:
    """``reason`` travels to the sender. The receiver's own matter is closed as out of its competence.

    Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` when it was returned already or went on,
    or by a conflict of interest.
    """
    require(actor, "package.return", hand_over)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasan pengembalian."), field="reason")
    if hand_over.direction != Direction.INCOMING:
        raise Conflict(gettext_noop("Hanya penerima yang mengembalikan."), code="outgoing")
    state = answer(hand_over, "return")
    matter = hand_over.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, hand_over.organisation.region_id)
    to = Party(kind=hand_over.counterpart_kind, name=hand_over.counterpart_name)
    content = {"package": str(hand_over.package_id), "digest": hand_over.package_digest, "reason": reason.strip()}
    parcel = parcels.reply(Kind.RETURN, hand_over.organisation, to, at, content)
    with unit_of_work(actor) as work:
        work.change(
            hand_over,
            state=state,
            returned_at=at,
            answered_on=on,
            reply_id=parcel.package.id,
            reply_digest=parcel.package.digest(),
            reply_sealed=parcel.sealed(hand_over.pk, "reply"),
        )
        work.record("hand_over.return", hand_over, data={"digest": hand_over.reply_digest}, reason=reason.strip())
        work.change(matter, state=State.CLOSED, outcome=Outcome.OUT_OF_COMPETENCE, closed_at=at)
        work.record("matter.return", matter)
        clocks.stop(work, matter, at=at, on=on)
        add_step(work, StepCode.RETURNED, matter=matter, at=at, on=on, counterpart=hand_over.organisation.name)
        payload = {"hand_over": str(hand_over.pk), "part": "reply"}
        work.enqueue("packages.deliver", payload, key=f"package:{parcel.package.id}")
    return hand_over
