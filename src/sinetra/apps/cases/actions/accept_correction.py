"""What another institution found not proven ends here as well, and goes on to everybody whom this office had told."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks, parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import begin
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.moves import CLOSE, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, MatterKind, Outcome, State
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.packages import Kind, Party


def accept_correction(*, correction: Correction, actor: Actor, at: datetime | None = None) -> Correction:
    """Signs that it was taken over, and sends that back. The matter is closed as not proven, or, when it was closed
    already, its outcome becomes that.

    Errors: ``Forbidden`` (at Bawaslu the plenary decides); ``Conflict`` when it was taken over before, when the matter
    is still on its way, by a lost race, or by a conflict of interest.
    """
    require(actor, "correction.accept", correction)
    if correction.direction != Direction.INCOMING or correction.state != CorrectionState.OPEN:
        raise Conflict(gettext_noop("Pembetulan ini sudah dijawab."), code="answered")
    matter = correction.matter
    if matter.state != State.CLOSED and matter.kind != MatterKind.HANDED_OVER:
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
        before = matter.outcome
        work.change(matter, state=State.CLOSED, outcome=Outcome.NOT_PROVEN, closed_at=matter.closed_at or at)
        work.record("matter.close", matter, data={"outcome": Outcome.NOT_PROVEN.value, "before": before})
        clocks.stop(work, matter, at=at, on=on)
        add_step(work, StepCode.CLOSED, matter=matter, at=at, on=on, outcome=Outcome.NOT_PROVEN.value)
        begin(work, matter, on=on, but=correction.body_name)
        payload = {"correction": str(correction.pk), "part": "reply"}
        work.enqueue("corrections.deliver", payload, key=f"package:{parcel.package.id}")
    return correction
