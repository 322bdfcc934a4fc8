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
    """Of a matter also one that was set on a report before it came into the matter."""
    wanted = Q(report=of)
    if isinstance(of, Matter):
        wanted = Q(matter=of) | Q(report__joined_to=of)
        if of.report_id is not None:
            wanted |= Q(report=of.report_id)
    rows = RetentionHold.objects.select_related("matter", "report__matter", "report__joined_to")
    return rows.filter(wanted, lifted_on=None).order_by("-pk").first()


def require_no_interest(actor: Actor, of: Matter | Report) -> None:
    """Errors: ``StepAside``. What was erased tells no names any more, and nothing of it can be held."""
    if isinstance(of, Matter):
        if of.erased_at is None:
            require_no_conflict(actor, of)
    elif of.state != ReportState.ERASED:
        require_no_conflict_in_report(actor, of)


def reason_of(hold: RetentionHold) -> str:
    return str(open_value(hold.reason_sealed, hold.pk, "reason"))
