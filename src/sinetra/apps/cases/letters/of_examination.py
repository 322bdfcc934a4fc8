"""What a letter may say of an examination: team, minutes, decision, when it takes force, what stands open till when.

Days are counted by ``core.clock``; what nobody has read in the official text is marked in the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.apps.base.catalogue import clock
from sinetra.apps.cases.clocks import rule_due
from sinetra.apps.cases.examinations.catalogue import course, penalties, stage_of
from sinetra.apps.cases.examinations.effect import effect_of
from sinetra.apps.cases.examinations.said import TEAM_ROLES
from sinetra.apps.cases.examinations.team import members, name_of
from sinetra.apps.cases.models import Examination, ExaminationStep
from sinetra.core.casework.letters import Fact
from sinetra.core.casework.penalties import Official, Penalty, Remedy, TeamRole
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.deadline_rules import DayType
from sinetra.core.documents import indonesian
from sinetra.core.errors import BadInput
from sinetra.core.law.said import POSITIONS, STATUSES

_NO_REMEDY = "belum dikenal katalog hukum; periksa aturan yang berlaku bagi yang bersangkutan"
_NOT_HEARD = "tidak ada: dua kali dipanggil, dua kali tidak hadir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """``unread``: it rests on words that nobody has read in the official text."""

    text: str
    unread: bool = False


def examination_facts(row: Examination, entries: Mapping[str, str]) -> Mapping[Fact, Said]:
    """``entries``: what was filled in: a decision that is being written, a day of delivery that is not recorded yet.
    An empty text: not known, so the letter leaves it out."""
    decided = _decided(row, entries)
    delivered_on = _day(entries.get("delivered_on")) or row.delivered_on
    filed_on = _day(entries.get("filed_on")) or row.remedy_filed_on
    return {
        Fact.STATUS: Said(text=STATUSES[row.status]),
        Fact.POST: Said(text=POSITIONS[row.position]),
        Fact.TEAM: Said(text="; ".join(team_lines(row))),
        Fact.MINUTES: Said(text=_minutes(row)),
        Fact.DECISION: Said(text=_numbered(row.decision_number, row.decided_on)),
        Fact.RESULT: Said(text=course().names[stage_of(row)].id),
        Fact.REMEDY: _remedy(row, decided),
        Fact.REMEDY_UNTIL: _until(row, decided, delivered_on),
        Fact.EFFECT_FROM: _effect(row, decided, delivered_on),
        Fact.ANSWER_DUE: _answer(row, decided, filed_on),
    }


def team_lines(row: Examination) -> tuple[str, ...]:
    return tuple(f"{TEAM_ROLES[TeamRole(member.role)]}: {name_of(member)}" for member in members(row))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """``remedy`` None: the law's catalogue knows nothing against it."""

    penalty: Penalty
    remedy: Remedy | None


def _decided(row: Examination, entries: Mapping[str, str]) -> _Decided | None:
    chosen, official = entries.get("penalty") or row.penalty, entries.get("official") or row.official
    if chosen not in penalties().by_id or not official:
        return None
    penalty = penalties().by_id[chosen]
    return _Decided(penalty=penalty, remedy=penalties().remedy(penalty, Official(official)))


def _remedy(row: Examination, decided: _Decided | None) -> Said:
    """Which one, within which time, counted from what, by which article."""
    if decided is None:
        return Said(text="")
    remedy = decided.remedy
    if remedy is None:
        return Said(text=_NO_REMEDY, unread=True)
    try:
        rule = clock().rules.on(remedy.filing, row.decided_on or row.examined_on or row.matter.opened_on)
    except BadInput:
        return Said(text=_NO_REMEDY, unread=True)
    days = "hari kerja" if rule.day_type is DayType.WORKING else "hari"
    text = f"{remedy.title.id}, paling lambat {rule.length} {days} sejak {rule.start_event.id}"
    unread = Confidence.UNCHECKED in (remedy.confidence, rule.confidence)
    return Said(text=f"{text} ({rule.source.as_printed})", unread=unread)


def _until(row: Examination, decided: _Decided | None, delivered_on: date | None) -> Said:
    if decided is None or decided.remedy is None or delivered_on is None:
        return Said(text="")
    due = rule_due(row.matter, decided.remedy.filing, delivered_on)
    if due is None:
        return Said(text="")
    return Said(text=indonesian.weekday_and_day(due.due), unread=due.confidence == Confidence.UNCHECKED)


def _effect(row: Examination, decided: _Decided | None, delivered_on: date | None) -> Said:
    """By each reading: the regulation does not say which kind of day it counts (PP 94/2021 art. 38(1))."""
    if decided is None or delivered_on is None:
        return Said(text="")
    found = effect_of(row, decided.penalty, delivered_on)
    if found is None:
        return Said(text="")
    rule = clock().rules.on(found.rule, delivered_on)
    readings = (
        f"menurut hitungan {reading.name.id}: {indonesian.day(found.readings[reading.id])}"
        for reading in rule.readings
        if found.readings.get(reading.id, found.due) != found.due
    )
    text = "; ".join((indonesian.weekday_and_day(found.due), *readings))
    return Said(text=text, unread=Confidence.UNCHECKED in (rule.confidence, rule.day_type_confidence))


def _answer(row: Examination, decided: _Decided | None, filed_on: date | None) -> Said:
    if decided is None or decided.remedy is None or filed_on is None:
        return Said(text="")
    found = [due for rule in decided.remedy.answers if (due := rule_due(row.matter, rule, filed_on)) is not None]
    return Said(
        text="; ".join(f"{due.name['id']}: paling lambat {indonesian.day(due.due)} ({due.source})" for due in found),
        unread=any(due.confidence == Confidence.UNCHECKED for due in found),
    )


def _minutes(row: Examination) -> str:
    last = {step.name: step for step in _steps(row)}
    heard = last.get("examine")
    if heard is not None:
        return _numbered(heard.letter, heard.on)
    return _NOT_HEARD if "note_second_absence" in last else ""


def _steps(row: Examination) -> Iterator[ExaminationStep]:
    yield from row.steps.order_by("at", "id")


def _numbered(number: str, day: date | None) -> str:
    return f"nomor {number}, {indonesian.day(day)}" if number and day is not None else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
