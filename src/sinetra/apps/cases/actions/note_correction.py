"""A body has said that it received the correction: an official writes down how."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.send_correction import require_day
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import require_waiting, settle
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import CorrectionState
from sinetra.core.errors import BadInput, gettext_noop


def note_correction(
    *, correction: Correction, acknowledged_on: date, how: str, actor: Actor, at: datetime | None = None
) -> Correction:
    """``how``: the receipt, as a person can find it again.

    Errors: ``Forbidden``; ``BadInput`` without ``how``, or for a day before it was sent; ``Conflict`` when it was not
    sent yet or is done, by a lost race, or by a conflict of interest.
    """
    require(actor, "correction.note", correction)
    require_waiting(correction, CorrectionState.SENT)
    matter = correction.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    if not how.strip():
        raise BadInput(gettext_noop("Tuliskan tanda terimanya, misalnya nomor agenda."), field="how")
    require_day(correction.sent_on or correction.since, acknowledged_on, on, "acknowledged_on")
    with unit_of_work(actor) as work:
        state = CorrectionState.ACKNOWLEDGED
        work.change(correction, state=state, acknowledged_on=acknowledged_on, reason=how.strip())
        work.record("correction.note", correction, data={"on": acknowledged_on})
        add_step(work, StepCode.CORRECTION_ANSWERED, matter=matter, at=at, on=on, counterpart=correction.body_name)
        settle(work, matter, at, on)
    return correction
