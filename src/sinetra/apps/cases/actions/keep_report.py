"""Initial information that says too little to be traced is kept; its reporter reads what is missing."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.triage import require_information
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Kept, ReportState


def keep_report(*, report: Report, why: Kept, actor: Actor, at: datetime | None = None) -> Report:
    """Without a matter and without a clock; it can be opened or joined at any time.

    Errors: ``Forbidden``; ``Conflict`` for a report (which is always studied), for one that is handled already, by a
    lost race, or by a conflict of interest.
    """
    require(actor, "report.keep", report)
    require_information(report, ReportState.NEW)
    require_no_conflict_in_report(actor, report)
    at, on = moment(at, report.region_id)
    with unit_of_work(actor) as work:
        work.change(report, state=ReportState.KEPT)
        work.record("report.keep", report, data={"why": why.value})
        add_step(work, StepCode.KEPT_FOR_LATER, report=report, at=at, on=on, kept=why.value)
    return report
