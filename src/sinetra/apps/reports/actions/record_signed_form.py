"""The office holds the signed form of a report: brought to the counter, sent by post, or handed in with the code."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.joined import is_handled_as_report
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import OPENABLE, Channel, ReportState
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def may_be_recorded(report: Report) -> bool:
    """A report that came in time and that nobody has opened; once it is a matter, its list of requirements says it,
    which says nothing of the reports that were joined to it."""
    waited_for = report.kept_as == Channel.REPORT or report.sign_by is not None
    return report.channel == Channel.REPORT and waited_for and report.signed_on is None and _is_open(report)


def _is_open(report: Report) -> bool:
    if report.joined_to is not None:
        return report.joined_to.state != State.CLOSED
    return report.state in OPENABLE


def record_signed_form(*, report: Report, received_on: date, actor: Actor, at: datetime | None = None) -> Report:
    """``received_on``: when it came, which may be before somebody noted it. In time it counts as a report, also where
    it was kept as initial information, or set aside, meanwhile; later it is noted, and what the report tells is still
    looked into.

    Errors: ``Forbidden``; ``BadInput`` for a day before the filing or to come; ``Conflict`` when it is noted already,
    when the report is a matter or its matter is closed, when it becomes a report in a matter that does not handle it as
    one, by a lost race, or by a conflict of interest.
    """
    require(actor, "report.record_form", report)
    if not may_be_recorded(report):
        raise Conflict(
            gettext_noop(
                "Untuk laporan ini tidak ada formulir yang ditunggu. Bila sudah menjadi perkara, buka daftar syarat."
            ),
            code="no_form",
        )
    require_no_conflict_in_report(actor, report)
    at, on = moment(at, report.region_id)
    if not report.filed_on <= received_on <= on:
        raise BadInput(
            gettext_noop("Isi tanggal antara %(first)s dan %(last)s."),
            field="received_on",
            accepted=(report.filed_on.isoformat(), on.isoformat()),
            code="day",
            first=report.filed_on.isoformat(),
            last=on.isoformat(),
        )
    in_time = report.sign_by is None or received_on <= report.sign_by
    if in_time and report.kept_as != Channel.REPORT:
        _require_its_due(report)
    changes: dict[str, Any] = {"signed_on": received_on} | (_as_report(report) if in_time else {})
    with unit_of_work(actor) as work:
        work.change(report, **changes)
        work.record("report.record_form", report, data={"received_on": received_on.isoformat(), "in_time": in_time})
        add_step(work, StepCode.FORM_SIGNED if in_time else StepCode.FORM_SIGNED_LATE, report=report, at=at, on=on)
    return report


def _require_its_due(report: Report) -> None:
    if report.joined_to is not None and not is_handled_as_report(report.joined_to, report):
        raise Conflict(
            gettext_noop(
                "Formulir ini datang pada waktunya, maka ini laporan resmi. Perkaranya tidak menangani laporan resmi, "
                "atau tenggatnya lebih lambat. Pisahkan dahulu laporan ini dari perkara."
            ),
            code="separate_first",
        )


def _as_report(report: Report) -> dict[str, Any]:
    due_on = law_clock.office_due(
        law_clock.regime_of(report.election),
        report.filed_on,
        formal=True,
        region=report.region_id,
        election=report.election,
        counting=counting_of(report.organisation_id),
    )
    # What was kept or set aside as information meanwhile is studied after all.
    state = ReportState.NEW if report.joined_to_id is None else ReportState.JOINED
    return {"kept_as": Channel.REPORT, "due_on": due_on, "state": state}
