"""Somebody told of what no norm on neutrality is about: it is not handled, and its reporter reads why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.triage import require_information
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Aside, ReportState
from sinetra.core.errors import BadInput, gettext_noop


def set_aside_report(
    *,
    report: Report,
    ground: Aside,
    reason: str,
    actor: Actor,
    office: Organisation | None = None,
    at: datetime | None = None,
) -> Report:
    """The reporter reads ``ground`` and, where it names one, ``office``; ``reason`` stays in the office.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` without a reason, or naming ``office`` where the ground
    wants one; ``Conflict`` for a report (which is always studied), for one that is handled already, by a lost race, or
    by a conflict of interest.
    """
    require(actor, "report.set_aside", report)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    told: dict[str, Any] = _told(report, ground, office)
    require_information(report, ReportState.NEW, ReportState.KEPT)
    require_no_conflict_in_report(actor, report)
    at, on = moment(at, report.region_id)
    with unit_of_work(actor) as work:
        work.change(report, state=ReportState.SET_ASIDE)
        work.record("report.set_aside", report, data=told, reason=reason.strip())
        add_step(work, StepCode.SET_ASIDE, report=report, at=at, on=on, **told)
    return report


def _told(report: Report, ground: Aside, office: Organisation | None) -> dict[str, str]:
    if ground is not Aside.OTHER_OFFICE:
        return {"aside": ground.value}
    if office is None or office.kind != OrganisationKind.BAWASLU or office.pk == report.organisation_id:
        raise BadInput(gettext_noop("Pilih kantor Bawaslu lain yang berwenang."), field="office")
    return {"aside": ground.value, "counterpart": office.name}
