"""A report becomes a matter with a number, a handler and its first explained deadlines."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_never_opened, require_no_conflict_in_report
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.numbers import next_number
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import OPENABLE, Channel, ReportState
from sinetra.core.errors import Conflict, gettext_noop


def open_matter(*, report: Report, actor: Actor, at: datetime | None = None) -> Matter:
    """The clocks run from the day of filing, not from the day on which somebody found the time to open the matter. Of
    information that was kept or set aside the tracing begins anew, on the day of ``at``.

    Errors: ``Forbidden``; ``Conflict`` when the report has a matter already, or by a conflict of interest.
    """
    require(actor, "report.open_matter", report)
    if report.state not in OPENABLE:
        raise Conflict(gettext_noop("Laporan ini sudah dibuka sebagai perkara."), code="opened")
    require_no_conflict_in_report(actor, report)
    require_never_opened(actor, report)
    at, on = moment(at, report.region_id)
    regime = law_clock.regime_of(report.election)
    formal = report.kept_as == Channel.REPORT
    begins = report.filed_on if report.state == ReportState.NEW else on
    with unit_of_work(actor) as work:
        # The guard comes first: of two who open at once, one gets the Conflict and takes no number.
        work.change(report, state=ReportState.OPENED)
        number = next_number(work, report.organisation_id, on)
        matter = Matter(
            organisation_id=report.organisation_id,
            number=number.text,
            year=number.year,
            sequence=number.sequence,
            kind=MatterKind.REPORT if formal else MatterKind.INITIAL_INFORMATION,
            state=State.REPORT_RECEIVED if formal else State.INITIAL_INFORMATION,
            report=report,
            region_id=report.region_id,
            election=report.election,
            regime=regime,
            acts=report.acts,
            happened_on=report.happened_on,
            handler_id=actor.user_id,
            opened_at=at,
            opened_on=on,
        )
        work.create(matter)
        work.record("report.open_matter", report, data={"matter": str(matter.pk)})
        work.record("matter.open", matter, data={"number": matter.number, "kind": matter.kind})
        if formal:
            clocks.start_first(work, matter, report.filed_on)
        elif regime is not law_clock.Regime.NONE:
            clocks.start_rule(work, matter, f"{regime}.tracing", begins)
        add_step(work, StepCode.OPENED, matter=matter, at=at, on=on)
    return matter
