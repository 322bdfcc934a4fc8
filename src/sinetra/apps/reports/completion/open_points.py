"""What the form of a report still lacks, as its reporter is told: requirements, the last day, the counter's hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import reporter
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.withdraw import was_noted
from sinetra.apps.cases.checklist import OPEN_STATES, held_by
from sinetra.apps.cases.models import ChecklistAnswer
from sinetra.apps.cases.moves import casework
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel, ReportState
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.requirements import Known, Requirement
from sinetra.core.casework.states import Regime, State
from sinetra.core.clock.deadline_rules import CounterHours


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoints:
    """``missing``: what nothing in the report answers; some of it only the office can (may the reporter report?).

    ``due``: the last day for the signed form, None outside the stages. ``hours``: None where no rule was read.
    ``sheet``: the mark on the paper by which the office finds the filing; it is no code.
    """

    missing: tuple[Requirement, ...]
    due: law_clock.Due | None
    hours: CounterHours | None
    sheet: str


def waits_for_form(report: Report) -> bool:
    """A report that came in time, whose signed form nobody has noted, and which nobody has decided on."""
    if report.channel != Channel.REPORT or report.kept_as != Channel.REPORT or report.signed_on is not None:
        return False
    if report.state == ReportState.ERASED:
        return False
    matter = report.in_matter
    if matter is None:
        return True
    if report.joined_to_id is not None:
        # The list of requirements is about the report that opened the matter. Who took this one back is asked nothing.
        is_time = matter.state in OPEN_STATES or (report.sign_by is not None and matter.state != State.CLOSED)
        return is_time and not was_noted(matter, report)
    if matter.state not in OPEN_STATES:
        return False
    signatures = [item.id for item in casework().requirements if item.known is Known.SIGNATURE]
    answered = ChecklistAnswer.objects.filter(matter=matter, requirement__in=signatures, answer=Answer.MET)
    return not answered.exists()


def open_points_of(report: Report) -> OpenPoints | None:
    """None where no signed form is waited for."""
    if not waits_for_form(report):
        return None
    regime = law_clock.regime_of(report.election)
    place: dict[str, Any] = {"region": report.region_id, "election": report.election}
    limit = law_clock.filing_limit(regime, report.known_on, **place)
    due = law_clock.signing_due(regime, limit, report.filed_on, **place)
    held = held_by(report, limit)
    wanted = casework().requirements.of(Regime.PEMILU if regime is law_clock.Regime.PEMILU else Regime.PILKADA)
    return OpenPoints(
        missing=tuple(item for item in wanted if item.known is None or held.get(item.known) is not Answer.MET),
        due=due,
        hours=law_clock.counter_hours(regime, due.due) if due is not None else None,
        sheet=sheet_mark(report),
    )


def open_points_for(report_id: UUID | str) -> OpenPoints | None:
    """For who has just filed it, or holds a view token that names it."""
    found = visible(reporter(UUID(str(report_id))), Report).first()
    return open_points_of(found) if found is not None else None


def sheet_mark(report: Report) -> str:
    """Eight signs of the row's own id: enough to find one filing of an office, and nothing can be followed with it."""
    tail = report.pk.hex[-8:].upper()
    return f"{tail[:4]}-{tail[4:]}"


def is_over(report: Report, today: date) -> bool:
    return report.sign_by is not None and report.sign_by < today
