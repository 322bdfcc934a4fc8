"""The hold that is in force on a matter or a report, and its words."""

from __future__ import annotations

from django.db.models import Q

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.conflicts import require_no_conflict, require_no_conflict_in_report
from sinetra.apps.cases.models import Matter, RetentionHold
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.vocabulary import ReportState


def hold_on(of: Matter | Report) -> RetentionHold | None:
    """Of a matter also the one that was set on its report before it became one."""
    wanted = Q(matter=of) | Q(report=of.report_id) if isinstance(of, Matter) and of.report_id else Q()
    if not wanted:
        wanted = Q(matter=of) if isinstance(of, Matter) else Q(report=of)
    return RetentionHold.objects.filter(wanted, lifted_on=None).order_by("-pk").first()


def require_no_interest(actor: Actor, of: Matter | Report) -> None:
    """Errors: ``StepAside``. What was erased tells no names any more, and nothing of it can be held."""
    if isinstance(of, Matter):
        if of.erased_at is None:
            require_no_conflict(actor, of)
    elif of.state != ReportState.ERASED:
        require_no_conflict_in_report(actor, of)


def reason_of(hold: RetentionHold) -> str:
    return str(open_value(hold.reason_sealed, hold.pk, "reason"))
