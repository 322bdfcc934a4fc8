"""The checklist of a matter: what the report answers by itself, and what an official has said about each requirement.

The machine proposes from what it holds; it never says that something is missing, but that a report came too late.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.apps.cases.models import ChecklistAnswer, Matter
from sinetra.apps.cases.moves import casework, regime_of
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.checklist import Answer, Checklist
from sinetra.core.casework.requirements import Known, Requirement

# Where the answers may still change: afterwards they are what was decided on.
OPEN_STATES = (State.REPORT_RECEIVED, State.INITIAL_STUDY, State.REPAIR, State.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``by`` is empty and ``on`` None while only the report itself has answered."""

    requirement: Requirement
    answer: Answer
    note: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Both days of an event, kept as the reporter said them, and the time limit that is counted from the second."""

    happened_on: date | None
    known_on: date | None
    filed_on: date | None
    limit: law_clock.Due | None


def has_checklist(matter: Matter) -> bool:
    """A report has one; initial information has no requirement of form."""
    return matter.kind == MatterKind.REPORT


def may_change(matter: Matter) -> bool:
    return has_checklist(matter) and matter.state in OPEN_STATES


def items(matter: Matter) -> tuple[Item, ...]:
    """One for each requirement of the regime, in the order of the catalogue."""
    stored = {row.requirement: row for row in ChecklistAnswer.objects.filter(matter=matter).select_related("by")}
    proposed = proposals(matter)
    found = []
    for requirement in casework().requirements.of(regime_of(matter)):
        row = stored.get(requirement.id)
        if row is None:
            found.append(Item(requirement=requirement, answer=proposed.get(requirement.id, Answer.OPEN)))
            continue
        found.append(
            Item(
                requirement=requirement,
                answer=Answer(row.answer),
                note=open_value(row.note_sealed, row.pk, "note") if row.note_sealed is not None else "",
                by=row.by.name if row.by else "",
                on=row.on,
            )
        )
    return tuple(found)


def checklist_of(matter: Matter) -> Checklist:
    found = items(matter)
    return Checklist(
        requirements=tuple(item.requirement for item in found),
        answers={item.requirement.id: item.answer for item in found},
    )


def proposals(matter: Matter) -> Mapping[str, Answer]:
    """Answers by requirement id, from the report, or from what the office of origin had found."""
    if matter.report is None:
        told = open_value(matter.facts_sealed, matter.pk, "facts") if matter.facts_sealed else {}
        return {name: Answer(value) for name, value in told.get("checklist", {}).items()}
    held = held_by(matter.report, filing_limit(matter))
    return {
        item.id: held[item.known]
        for item in casework().requirements.of(regime_of(matter))
        if item.known is not None and item.known in held
    }


def held_by(report: Report, limit: law_clock.Due | None) -> dict[Known, Answer]:
    """What a report answers by itself; ``limit`` is that of filing, where one is known."""
    reported = open_value(report.reported_sealed, report.pk, "reported")
    where = open_value(report.where_sealed, report.pk, "where")
    held = {
        Known.REPORTER: Identity.objects.filter(report=report).exists(),
        # A role alone (lurah, guru) does not tell which one is meant.
        Known.REPORTED: any(person.get("name") or person.get("unit") for person in reported),
        Known.TIME_AND_PLACE: report.happened_on is not None and bool(where.strip()),
        Known.SIGNATURE: report.signed_on is not None,
        Known.EVIDENCE: Evidence.objects.filter(report=report).exists(),
        Known.DESCRIPTION: bool(open_value(report.what_sealed, report.pk, "what").strip()),
    }
    found = {known: Answer.MET for known, is_there in held.items() if is_there}
    if limit is not None:
        found[Known.IN_TIME] = Answer.MET if report.filed_on <= limit.due else Answer.NOT_MET
    return found


def dates_of(matter: Matter) -> Dates:
    """Of a report that came from another office only what that office told."""
    report = matter.report
    return Dates(
        happened_on=matter.happened_on,
        known_on=report.known_on if report is not None else None,
        filed_on=report.filed_on if report is not None else None,
        limit=filing_limit(matter),
    )


def filing_limit(matter: Matter) -> law_clock.Due | None:
    """Counted from the day on which the event became known (UU 8/2015 art. 134(4), UU 7/2017 art. 454(6)); None where
    that day or a time limit is not known."""
    report = matter.report
    if report is None or report.known_on is None or matter.regime == law_clock.Regime.NONE:
        return None
    # An office's own week never shortens the time a citizen has to report.
    return law_clock.due(f"{matter.regime}.filing", report.known_on, region=matter.region_id, election=matter.election)
