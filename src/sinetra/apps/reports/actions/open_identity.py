"""The custodian reads who reported, for a reason that stays on record and that the reporter sees."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.viewing import for_purpose
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports.custodian_files import locked_key
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import Identity
from sinetra.apps.reports.vault import open_reporter, unlock
from sinetra.core.errors import BadInput, Conflict, VerificationFailed, gettext_noop

LEAST_REASON = 10


def open_identity(
    *,
    identity: Identity,
    secret: str,
    reason: str,
    actor: Actor,
    version: int | None = None,
    at: datetime | None = None,
) -> Reporter:
    """``secret`` is the custodian's passphrase or the printed recovery text. The entry is written before the name is
    given out: nobody reads without a trace, and a wrong passphrase leaves one too. ``version`` is that of the row which
    the custodian saw: sending the same page again opens nothing.

    Errors: ``Forbidden`` (no custodian of that office, or somebody who ever handled the matter), ``BadInput`` without
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
        key = identity.key
        private_key = unlock(locked_key(key.key_id), secret, bytes(key.public_key))
        for_purpose(reason.strip())
        reporter = open_reporter(bytes(identity.sealed), identity.report_id, private_key)
    except VerificationFailed:
        with unit_of_work(actor) as work:
            work.record("identity.refused", identity, data={"report": str(identity.report_id)}, reason=reason.strip())
        raise
    at, on = moment(at, identity.report.region_id)
    with unit_of_work(actor) as work:
        work.change(identity, opened_at=at)
        work.record("identity.open", identity, data={"report": str(identity.report_id)}, reason=reason.strip())
        add_step(work, StepCode.IDENTITY_OPENED, report=identity.report, at=at, on=on)
    return reporter
