"""Somebody has looked at two reports and says that they tell of two events."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.models import NotSameEvent
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def tell_apart(*, report: Report, other: Report, actor: Actor) -> NotSameEvent:
    """They are not proposed to each other again; joining them by hand stays possible.

    Errors: ``Forbidden``; ``BadInput`` for a report and itself; ``Conflict`` when it was said before, or by a conflict
    of interest.
    """
    require(actor, "report.join", report)
    require(actor, "report.join", other)
    if report.pk == other.pk:
        raise BadInput(gettext_noop("Pilih laporan yang lain."), field="other")
    require_no_conflict_in_report(actor, report)
    first, second = sorted((report, other), key=lambda row: row.pk)
    row = NotSameEvent(organisation_id=report.organisation_id, first=first, second=second)
    with unit_of_work(actor) as work:
        if NotSameEvent.objects.filter(first=first, second=second).exists():
            raise Conflict(gettext_noop("Sudah dinyatakan sebagai dua peristiwa."), code="told_apart")
        work.create(row)
        work.record("report.tell_apart", row, data={"first": str(first.pk), "second": str(second.pk)})
    return row
