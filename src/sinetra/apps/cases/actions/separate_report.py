"""A report turns out to tell of another event: it leaves the matter and waits in the inbox again, or is kept as it
was."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.joined import require_separable
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.triage import is_information
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def separate_report(*, report: Report, reason: str, actor: Actor, at: datetime | None = None) -> Report:
    """Its deadlines run as they always did, from the day of its filing; information that had been kept or set aside has
    none and is kept again. The report that opened the matter stays: it is
    what the matter is about.

    Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` for one that is not joined, whose matter is
    closed, that names somebody who was taken up there, by a lost race, or by a conflict of interest.
    """
    require(actor, "report.separate", report)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    matter: Matter | None = report.joined_to
    if report.state != ReportState.JOINED or matter is None:
        raise Conflict(gettext_noop("Laporan ini tidak digabungkan pada perkara mana pun."), code="not_joined")
    if matter.state == State.CLOSED:
        raise Conflict(gettext_noop("Perkara ini sudah ditutup."), code="closed")
    require_no_conflict(actor, matter)
    require_separable(matter, report)
    before = _decided_before(report)
    at, on = moment(at, report.region_id)
    with unit_of_work(actor) as work:
        # Whoever takes up somebody of this report at this moment loses, or has won.
        work.change(matter)
        work.change(report, state=goes_back_to(report), joined_to=None, joined_at=None, joined_on=None, is_copy=False)
        told = {"matter": str(matter.pk), "report": str(report.pk)}
        work.record("report.separate", report, data=told, reason=reason.strip())
        work.record("matter.separate_report", matter, data=told)
        add_step(work, StepCode.REPORT_SEPARATED, matter=matter, at=at, on=on)
        if before is not None and before.code == StepCode.KEPT_FOR_LATER:
            add_step(work, StepCode.KEPT_FOR_LATER, report=report, at=at, on=on, **before.params)
        else:
            add_step(work, StepCode.LOOKED_AT_AGAIN, report=report, at=at, on=on)
    return report


def goes_back_to(report: Report) -> ReportState:
    return ReportState.NEW if _decided_before(report) is None else ReportState.KEPT


def _decided_before(report: Report) -> Step | None:
    """The line by which information was kept or set aside before it was joined; None for what nobody had decided on,
    and for a report, which is always studied."""
    if not is_information(report):
        return None
    rows = Step.objects.filter(report=report, code__in=(StepCode.KEPT_FOR_LATER, StepCode.SET_ASIDE))
    return rows.order_by("-at", "-place", "-id").first()
