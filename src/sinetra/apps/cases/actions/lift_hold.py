"""A hold ends: from then on the period counts again, and what is due goes with the next run."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.holds import hold_on, require_no_interest
from sinetra.apps.cases.models import Matter, RetentionHold
from sinetra.apps.cases.steps import moment
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def lift_hold(*, of: Matter | Report, reason: str, actor: Actor, at: datetime | None = None) -> RetentionHold:
    """Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` when there is none, by a lost race, or by a
    conflict of interest."""
    require(actor, "matter.lift_hold", of)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    hold = hold_on(of)
    if hold is None:
        raise Conflict(gettext_noop("Tidak ada penahanan yang berlaku."), code="not_held")
    require_no_interest(actor, of)
    at, on = moment(at, of.region_id)
    with unit_of_work(actor, at=at) as work:
        work.change(hold, lifted_on=on, lifted_by_id=actor.user_id)
        work.record("matter.lift_hold", hold, reason=reason.strip())
    return hold
