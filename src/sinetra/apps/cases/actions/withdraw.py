"""The reporter takes the report back. Before registration it ends as a report; afterwards handling goes on."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.joined import require_alone
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.cases.moves import WITHDRAW, can_walk, left_for_another_office, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_REGISTERED = (
    State.REGISTERED,
    State.CLARIFICATION,
    State.STUDY,
    State.PLENARY,
    State.FORWARDED,
    State.RETURNED,
    State.ACKNOWLEDGED,
)

_NOTED = (StepCode.WITHDRAWAL_NOTED, StepCode.WITHDRAWAL_PASSED_ON)


def withdraw(
    *, matter: Matter, reason: str, actor: Actor, report: Report | None = None, at: datetime | None = None
) -> Matter:
    """``reason``: how the reporter said so. What shows a violation may be kept as initial information afterwards
    (Juknis Bawaslu 169/PP.00.00/K1/05/2023). ``report``: one that was joined to the matter, which goes on with what the
    others told; None for the one that it was opened by.

    Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` by state, for a second time, for a report that is
    not joined to this matter, while the matter holds reports of others that it would end, by a lost race, or by a
    conflict of interest.
    """
    require(actor, "matter.withdraw", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan kapan dan bagaimana pelapor mencabutnya."), field="reason")
    if report is not None:
        _note_of_joined(matter, report, reason, actor, at)
        return matter
    noted = can_be_noted(matter)
    if not noted:
        walk(matter, WITHDRAW, goal=State.WITHDRAWN)
    require_no_conflict(actor, matter)
    if not noted:
        require_alone(matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        if noted:
            work.change(matter)
            # Whoever was faster has noted it already.
            _require_not_noted(matter)
        else:
            work.change(matter, state=State.WITHDRAWN)
            clocks.stop(work, matter, at=at, on=on)
        work.record("matter.withdraw", matter, data={"goes_on": noted}, reason=reason.strip())
        add_step(work, _note(matter) if noted else StepCode.WITHDRAWN, matter=matter, at=at, on=on)
    return matter


def _note_of_joined(matter: Matter, report: Report, reason: str, actor: Actor, at: datetime | None) -> None:
    """On the timeline of that report alone: who opened the matter reads nothing of it."""
    if report.joined_to_id != matter.pk:
        raise Conflict(gettext_noop("Laporan ini tidak digabungkan pada perkara ini."), code="not_joined")
    if report.kept_as != Channel.REPORT or not _may_be_taken_back(matter):
        raise Conflict(gettext_noop("Laporan ini tidak dapat dicabut lagi."), code="not_to_be_withdrawn")
    require_no_conflict(actor, matter)
    at, on = moment(at, report.region_id)
    with unit_of_work(actor) as work:
        work.change(report)
        _require_not_noted(matter, report)
        work.record("report.withdraw", report, data={"matter": str(matter.pk)}, reason=reason.strip())
        work.record("matter.withdraw", matter, data={"goes_on": True, "report": str(report.pk)})
        add_step(work, _note(matter), report=report, at=at, on=on)


def _note(matter: Matter) -> StepCode:
    return StepCode.WITHDRAWAL_PASSED_ON if is_elsewhere(matter) else StepCode.WITHDRAWAL_NOTED


def _require_not_noted(matter: Matter, report: Report | None = None) -> None:
    if was_noted(matter, report):
        raise Conflict(gettext_noop("Pencabutan ini sudah dicatat."), code="noted")


def can_be_withdrawn(matter: Matter) -> bool:
    """The report that it was opened by: before registration, or as a note afterwards, once."""
    return _may_be_taken_back(matter) and not (can_be_noted(matter) and was_noted(matter))


def joined_to_withdraw(matter: Matter) -> QuerySet[Report]:
    """Reports joined to the matter that can be taken back now: as a note, once each. Initial information is none."""
    if not _may_be_taken_back(matter):
        return Report.objects.none()
    noted = Step.objects.filter(report=OuterRef("pk"), code__in=_NOTED)
    rows = matter.joined_reports.filter(~Exists(noted), kept_as=Channel.REPORT).order_by("joined_at", "id")
    return rows.defer("what_sealed", "where_sealed", "reported_sealed")


def _may_be_taken_back(matter: Matter) -> bool:
    return can_be_noted(matter) or can_walk(matter, WITHDRAW, State.WITHDRAWN) is not None


def can_be_noted(matter: Matter) -> bool:
    """A registered report that is still handled, or one that another office of Bawaslu handles."""
    registered = matter.state in _REGISTERED and matter.registered_on is not None
    return matter.kind == MatterKind.REPORT and (registered or is_elsewhere(matter))


def is_elsewhere(matter: Matter) -> bool:
    """On its way to another office of Bawaslu, or there, before any registration: that office says what follows."""
    if matter.state in (State.TRANSFERRED, State.TAKEN_OVER):
        return True
    return matter.state == State.ACKNOWLEDGED and matter.registered_on is None and left_for_another_office(matter)


def was_noted(matter: Matter, report: Report | None = None) -> bool:
    """``report``: one that was joined to it, which has a timeline of its own."""
    rows = Step.objects.filter(matter=matter) if report is None else Step.objects.filter(report=report)
    return rows.filter(code__in=_NOTED).exists()
