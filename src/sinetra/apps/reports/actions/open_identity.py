"""The custodian reads who reported, for a reason that stays on record and that the reporter sees."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.viewing import for_purpose
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports.custody import opened_by
from sinetra.apps.reports.identity_seals import opened_reporter
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import Identity
from sinetra.apps.reports.vocabulary import OpeningGround
from sinetra.core.errors import BadInput, Conflict, VerificationFailed, gettext_noop

LEAST_REASON = 10


def open_identity(
    *,
    identity: Identity,
    secret: str,
    ground: OpeningGround,
    reason: str,
    actor: Actor,
    version: int | None = None,
    at: datetime | None = None,
) -> Reporter:
    """``secret`` is the passphrase or the printed recovery text of one of the keys that it is sealed to. ``ground`` is
    what the reporter reads, ``reason`` stays in the trace. The entry is written before the name is
    given out: nobody reads without a trace, and a wrong passphrase leaves one too. ``version`` is that of the row which
    the custodian saw: sending the same page again opens nothing.

    Errors: ``Forbidden`` (no custodian or deputy of the office that keeps it, somebody who ever handled the matter, the
    own custodian of an office that is too small), ``BadInput`` without
    a reason, ``VerificationFailed`` for a wrong passphrase, ``Conflict`` for an old ``version`` or an interest
    in the report.
    """
    require(actor, "identity.open", identity)
    if len(reason.strip()) < LEAST_REASON:
        raise BadInput(
            gettext_noop("Tuliskan alasan membuka identitas, sedikitnya %(accepted)s karakter."),
            field="reason",
            accepted=(str(LEAST_REASON),),
            code="reason_missing",
        )
    if version is not None and version != identity.version:
        raise Conflict(
            gettext_noop("Identitas ini sudah dibuka sejak halaman ini dimuat. Bila masih perlu, mulai lagi.")
        )
    require_no_conflict_in_report(actor, identity.report)
    try:
        for_purpose(reason.strip())
        reporter = opened_reporter(identity, secret)
    except VerificationFailed:
        with unit_of_work(actor) as work:
            work.record("identity.refused", identity, data={"report": str(identity.report_id)}, reason=reason.strip())
        raise
    at, on = moment(at, identity.report.region_id)
    by = opened_by(actor, identity)
    with unit_of_work(actor) as work:
        work.change(identity, opened_at=at)
        work.record("identity.open", identity, data={"report": str(identity.report_id)}, reason=reason.strip())
        add_step(work, StepCode.IDENTITY_OPENED, report=identity.report, at=at, on=on, by=by, opening=ground)
    return reporter
