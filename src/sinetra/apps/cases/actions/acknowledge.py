"""The receiving office says, with its signature, that it has the matter now."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks, parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.follow_up import RULE
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.moves import answer
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.transfers import take_on
from sinetra.apps.cases.vocabulary import Direction, Purpose
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.packages import Kind, Party


def acknowledge(*, hand_over: HandOver, actor: Actor, at: datetime | None = None) -> HandOver:
    """Signs for exactly the content that came, and sends the acknowledgement back. What was transferred or taken over
    inside Bawaslu is handled here from now on as a report of this office.

    Errors: ``Forbidden``; ``Conflict`` when it is not an open incoming hand-over, or by a conflict of interest.
    """
    require(actor, "package.acknowledge", hand_over)
    if hand_over.direction != Direction.INCOMING:
        raise Conflict(gettext_noop("Hanya penerima yang menyatakan diterima."), code="outgoing")
    state = answer(hand_over, "acknowledge")
    matter = hand_over.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, hand_over.organisation.region_id)
    to = Party(kind=hand_over.counterpart_kind, name=hand_over.counterpart_name)
    content = {"package": str(hand_over.package_id), "digest": hand_over.package_digest, "number": matter.number}
    parcel = parcels.reply(Kind.ACKNOWLEDGEMENT, hand_over.organisation, to, at, content)
    with unit_of_work(actor) as work:
        work.change(
            hand_over,
            state=state,
            acknowledged_at=at,
            answered_on=on,
            reply_id=parcel.package.id,
            reply_digest=parcel.package.digest(),
            reply_sealed=parcel.sealed(hand_over.pk, "reply"),
        )
        work.record("hand_over.acknowledge", hand_over, data={"digest": hand_over.reply_digest})
        work.change(matter, state=state, handler_id=matter.handler_id or actor.user_id)
        work.record("matter.acknowledge", matter)
        clocks.stop(work, matter, at=at, on=on, ending=(ANSWER,))
        if hand_over.purpose != Purpose.FORWARDING:
            take_on(work, matter, on)
        elif hand_over.organisation.kind == OrganisationKind.LOCAL_GOVERNMENT:
            clocks.start_rule(work, matter, RULE, on)
        add_step(work, StepCode.ACKNOWLEDGED, matter=matter, at=at, on=on, counterpart=hand_over.organisation.name)
        payload = {"hand_over": str(hand_over.pk), "part": "reply"}
        work.enqueue("packages.deliver", payload, key=f"package:{parcel.package.id}")
    return hand_over
