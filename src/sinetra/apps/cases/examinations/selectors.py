"""Reads of examinations: of one matter all persons with what comes next, and one examination for a verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.acting_head import owes_report
from sinetra.apps.cases.examinations.catalogue import course, penalty_of, stage_of
from sinetra.apps.cases.examinations.outcomes import cleared_places
from sinetra.apps.cases.examinations.remedies import remedy_of
from sinetra.apps.cases.examinations.team import members
from sinetra.apps.cases.models import Clock, Examination, ExaminationStep, FollowUpAnswer, Matter, TeamMember
from sinetra.apps.cases.parcels import reported_of, unsealed
from sinetra.apps.cases.vocabulary import HandOverState, MatterKind
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.examination import FORMING, Stage, Step
from sinetra.core.casework.penalties import Penalty, Remedy
from sinetra.core.errors import NotFound, gettext_noop

# Step of the catalogue -> verb that takes it, where they have other names.
_VERBS = {
    "summon_again": "summon",
    "summon_anew": "summon",
    "note_second_absence": "note_absence",
    "impose": "decide",
    "clear": "decide",
    "refer": "decide",
    "uphold": "settle",
    "uphold_executed": "settle",
    "change": "settle",
    "annul": "settle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    role: str
    name: str
    appointed_on: date
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step as it was taken; ``note`` opened, unless the person was cleared."""

    name: str
    on: date
    letter: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminationView:
    """``following`` None: at an end. ``verbs``: what this actor may do now, what comes next first. ``due``: the
    earliest deadline that runs."""

    row: Examination
    stage: Stage
    following: Step | None
    verbs: tuple[str, ...]
    due: Due | None
    penalty: Penalty | None
    remedy: Remedy | None
    team: tuple[Member, ...]
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """``person``: role, name, unit as they were handed over. ``examination`` None: not begun."""

    place: int
    person: Mapping[str, Any]
    examination: ExaminationView | None


def persons(actor: Actor, matter: Matter) -> tuple[PersonView, ...]:
    """Empty where the matter is not one that was handed over here, or is not acknowledged yet."""
    taken_on = matter.state not in (HandOverState.RECEIVED, HandOverState.RETURNED)
    if matter.kind != MatterKind.HANDED_OVER or not taken_on or not may(actor, "examination.read"):
        return ()
    rows = {row.place: row for row in visible(actor, Examination).filter(matter=matter).select_related("matter")}
    cleared = cleared_places(matter)
    # Of somebody alone among others the office is still told; of a matter in which nothing was proven nothing is.
    hidden = {"name": None, "unit": None} if matter.is_cleared else {"name": None}
    people = [person | hidden if place in cleared else person for place, person in enumerate(reported_of(matter))]
    return tuple(
        PersonView(place=place, person=person, examination=_view(actor, rows[place]) if place in rows else None)
        for place, person in enumerate(people)
    )


def examination_view(actor: Actor, matter_id: UUID, key: UUID) -> ExaminationView:
    """Errors: ``Forbidden``, ``NotFound``, ``StepAside``."""
    require(actor, "examination.read")
    rows = visible(actor, Examination).select_related("matter__organisation", "matter__report", "matter__region")
    row = rows.filter(pk=key, matter_id=matter_id).first()
    if row is None:
        raise NotFound(gettext_noop("Pemeriksaan ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row.matter)
    return _view(actor, row)


def answer_file(actor: Actor, key: UUID) -> tuple[str, bytes]:
    """File name and signed document of an answer, to bring it where no connection goes. Errors: ``Forbidden``,
    ``NotFound``, ``StepAside``."""
    require(actor, "package.export")
    row = visible(actor, FollowUpAnswer).select_related("hand_over__matter").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Jawaban ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row.hand_over.matter)
    return f"sinetra-{row.package_id}.json", unsealed(row.package_sealed, row.pk, "package")


def answers(actor: Actor, matter: Matter) -> tuple[FollowUpAnswer, ...]:
    """What was answered about a matter, sent and received, in order of time."""
    return tuple(visible(actor, FollowUpAnswer).filter(hand_over__matter=matter).order_by("at", "id"))


def _view(actor: Actor, row: Examination) -> ExaminationView:
    stage, cleared = stage_of(row), row.place in cleared_places(row.matter)
    clock = visible(actor, Clock).filter(examination=row, done_at=None).order_by("due_on", "id").first()
    return ExaminationView(
        row=row,
        stage=stage,
        following=course().next(stage),
        verbs=possible_verbs(actor, row),
        due=Due.of(clock.told) if clock is not None else None,
        penalty=penalty_of(row),
        remedy=remedy_of(row),
        team=tuple(
            _member(member)
            for member in visible(actor, TeamMember).filter(examination=row, left_on=None).order_by("id")
        ),
        taken=tuple(
            _taken(step, is_shown=not cleared)
            for step in visible(actor, ExaminationStep).filter(examination=row).order_by("at", "id")
        ),
    )


def possible_verbs(actor: Actor, row: Examination) -> tuple[str, ...]:
    """What comes next stands first."""
    stage = stage_of(row)
    if row.matter.state != HandOverState.ACKNOWLEDGED:
        return ()
    ahead = sorted(course().legal(stage), key=lambda step: step.side)
    found = list(dict.fromkeys(_VERBS.get(step.name, step.name) for step in ahead))
    if stage in FORMING:
        found += ["join_team", *(["leave_team"] if members(row).exists() else [])]
    if "note_undelivered" in found and row.steps.filter(name="note_undelivered").exists():
        found.remove("note_undelivered")
    if owes_report(row):
        found.append("report_act")
    if "contest" in found and (remedy_of(row) is None or row.remedy):
        found.remove("contest")
    return tuple(verb for verb in found if may(actor, f"examination.{verb}", row))


def next_verb(row: Examination) -> str:
    """The verb of what comes next; empty at an end."""
    step = course().next(stage_of(row))
    return "" if step is None else _VERBS.get(step.name, step.name)


def _member(row: TeamMember) -> Member:
    name = str(open_value(row.name_sealed, row.pk, "name"))
    return Member(role=row.role, name=name, appointed_on=row.appointed_on, letter=row.letter)


def _taken(row: ExaminationStep, *, is_shown: bool) -> Taken:
    note = str(open_value(row.note_sealed, row.pk, "note")) if is_shown and row.note_sealed is not None else ""
    return Taken(name=row.name, on=row.on, letter=row.letter, note=note)
