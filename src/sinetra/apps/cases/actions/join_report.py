"""A report of an event that is handled already becomes part of that matter; its reporter learns nothing of the
others."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import (
    require_handler_never_opened,
    require_never_opened,
    require_no_conflict,
    require_no_conflict_in_report,
)
from sinetra.apps.cases.joined import require_joinable
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import OPENABLE, ReportState
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock


def join_report(
    *, report: Report, matter: Matter, actor: Actor, is_copy: bool = False, at: datetime | None = None
) -> Report:
    """``is_copy``: from the same source as another report there. The reporter reads what is read when a report is
    opened alone, and from then on every step that concerns the event.

    Errors: ``Forbidden``; ``BadInput`` naming ``matter`` for one of another office; ``Conflict`` when the report is in
    a matter already, when that matter cannot take it, by a lost race, by a conflict of interest, or
    when the actor or who handles the matter has read who filed the report.
    """
    require(actor, "report.join", report)
    require(actor, "report.join", matter)
    if report.organisation_id != matter.organisation_id:
        raise BadInput(gettext_noop("Perkara ini milik kantor lain."), field="matter")
    if report.state not in OPENABLE:
        raise Conflict(gettext_noop("Laporan ini sudah ada dalam sebuah perkara."), code="opened")
    require_joinable(matter, report)
    require_no_conflict_in_report(actor, report)
    require_no_conflict(actor, matter)
    require_never_opened(actor, report)
    require_handler_never_opened(matter, report)
    at, on = moment(at, report.region_id)
    with unit_of_work(actor) as work:
        # Whoever takes the matter to the plenary or closes it at this moment loses, or has won.
        work.change(matter)
        # The line of the office comes before the report is one of those that are told.
        add_step(work, StepCode.REPORT_JOINED, matter=matter, at=at, on=on)
        work.change(
            report, state=ReportState.JOINED, joined_to=matter, joined_at=clock.now(), joined_on=on, is_copy=is_copy
        )
        told = {"matter": str(matter.pk), "report": str(report.pk), "is_copy": is_copy}
        work.record("report.join", report, data=told)
        work.record("matter.join_report", matter, data=told)
        add_step(work, StepCode.OPENED, report=report, at=at, on=on)
    return report
