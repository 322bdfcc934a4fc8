"""A body cannot be told any more: why stays with the matter."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import WAITING, require_waiting, settle
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import CorrectionState
from sinetra.core.errors import BadInput, gettext_noop


def give_up_correction(*, correction: Correction, reason: str, actor: Actor, at: datetime | None = None) -> Correction:
    """Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` when it is done, by a lost race, or by a
    conflict of interest."""
    require(actor, "correction.give_up", correction)
    require_waiting(correction, *WAITING)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    matter = correction.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(correction, state=CorrectionState.IMPOSSIBLE, reason=reason.strip(), by_id=actor.user_id)
        work.record("correction.give_up", correction)
        settle(work, matter, at, on)
    return correction
