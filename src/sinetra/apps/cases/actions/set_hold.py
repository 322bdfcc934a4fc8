"""A hold (penahanan): a matter or report is kept whatever its age, because an authority needs it."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.holds import hold_on, require_no_interest
from sinetra.apps.cases.models import Matter, RetentionHold
from sinetra.apps.cases.steps import moment
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import seal_value
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def set_hold(
    *, of: Matter | Report, authority: str, reason: str, actor: Actor, at: datetime | None = None
) -> RetentionHold:
    """``authority``: who needs it kept, by which letter. Of a matter its report is held with it.

    Errors: ``Forbidden``; ``BadInput`` without authority or reason; ``Conflict`` when it is held already, was erased,
    by a lost race with the erasure, or by a conflict of interest.
    """
    require(actor, "matter.set_hold", of)
    for field, value in (("authority", authority), ("reason", reason)):
        if not value.strip():
            raise BadInput(gettext_noop("Isi siapa yang meminta dan alasannya."), field=field)
    require_no_interest(actor, of)
    at, on = moment(at, of.region_id)
    matter, report = (of, of.report) if isinstance(of, Matter) else (None, of)
    hold = RetentionHold(
        organisation_id=of.organisation_id,
        matter=matter,
        report=report,
        authority=authority.strip(),
        set_by_id=actor.user_id,
        set_on=on,
    )
    hold.reason_sealed = seal_value(reason.strip(), hold.pk, "reason")
    with unit_of_work(actor, at=at) as work:
        # Whoever erases it at this moment loses, or has won: its version is another then.
        work.change(of)
        if is_erased(of):
            raise Conflict(gettext_noop("Isinya sudah dihapus; tidak ada lagi yang dapat ditahan."), code="erased")
        if hold_on(of) is not None:
            raise Conflict(gettext_noop("Penahanan sudah berlaku."), code="held")
        work.record("matter.set_hold", of)
        work.create(hold)
        work.record("retention.hold", hold, reason=reason.strip())
    return hold


def is_erased(of: Matter | Report) -> bool:
    return of.erased_at is not None if isinstance(of, Matter) else of.state == ReportState.ERASED
