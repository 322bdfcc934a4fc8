"""One step of an examination, written: stage, dated step, clocks, line in the timeline. All verbs go through here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.catalogue import course, stage_of
from sinetra.apps.cases.models import Examination, ExaminationStep
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.examination import Step
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7

#: These stand beside the order of the steps.
_BESIDE = ("prepare", "leave_team", "report_act")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a step: on which day, by which letter or proof, and a note, which may name people."""

    on: date
    letter: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """A step that is allowed now, for ``write``."""

    row: Examination
    step: Step
    told: Told
    actor: Actor
    at: datetime

    def write(self, *, starts: Iterable[str] = (), **changes: Any) -> Examination:
        """``starts``: deadline rules besides those of the catalogue, counted from the day of the step."""
        row, told = self.row, self.told
        made = step_row(row, self.step.name, told, self.actor, self.at)
        with unit_of_work(self.actor) as work:
            work.change(row, stage=self.step.to_stage, **changes)
            data = {"on": told.on, "stage": row.stage, **_imposed(changes)}
            work.record(f"examination.{self.step.name}", row, data=data)
            work.create(made)
            work.record("examination.step", made)
            clocks.stop(work, row.matter, at=self.at, on=told.on, ending=self.step.stops, examination=row)
            for rule in (*self.step.starts, *starts):
                clocks.start_rule(work, row.matter, rule, told.on, examination=row)
            _tell(work, row, self.step, self.at, told.on)
        return row


def _imposed(changes: dict[str, Any]) -> dict[str, str]:
    """The entry says which penalty it was: a later one takes its place in the row."""
    return {"penalty": changes["penalty"]} if changes.get("penalty") else {}


def begin(row: Examination, verb: str, step: str, told: Told, *, actor: Actor, at: datetime | None) -> Taking:
    """Errors: ``Forbidden``; ``Conflict`` by stage, for a matter that is closed or with another office, or by a
    conflict of interest; ``BadInput`` naming ``on`` for a day that cannot be."""
    require(actor, f"examination.{verb}", row)
    if row.matter.state != HandOverState.ACKNOWLEDGED:
        raise Conflict(gettext_noop("Perkara ini tidak sedang ditangani di kantor ini."), code="illegal_transition")
    found = course().require(stage_of(row), step)
    require_no_conflict(actor, row.matter)
    at, today = moment(at, row.matter.region_id)
    require_day(row, told.on, today)
    told = Told(on=told.on, letter=told.letter.strip(), note=told.note.strip())
    return Taking(row=row, step=found, told=told, actor=actor, at=at)


def require_day(row: Examination, on: date, today: date, *, since: date | None = None) -> None:
    """Between the step before (or ``since``) and today. What was done on paper before the matter came in can be
    entered, too."""
    before = row.steps.exclude(name__in=_BESIDE).values_list("on", flat=True)
    first = since or max(before, default=row.matter.happened_on or row.matter.opened_on)
    if not first <= on <= today:
        raise BadInput(
            gettext_noop("Tanggal ini harus antara langkah sebelumnya dan hari ini: %(accepted)s."),
            field="on",
            accepted=(f"{first} – {today}",),
        )


def require_text(value: str, field: str, message: str) -> str:
    """Errors: ``BadInput`` naming ``field`` when nothing was written."""
    if not value.strip():
        raise BadInput(message, field=field)
    return value.strip()


def step_row(row: Examination, name: str, told: Told, actor: Actor, at: datetime) -> ExaminationStep:
    key = uuid7()
    return ExaminationStep(
        id=key,
        organisation_id=row.organisation_id,
        examination=row,
        name=name,
        on=told.on,
        letter=told.letter,
        note_sealed=seal_value(told.note, key, "note") if told.note else None,
        by_id=actor.user_id,
        at=at,
    )


def _tell(work: Work, row: Examination, step: Step, at: datetime, on: date) -> None:
    add_step(work, StepCode.EXAMINATION, matter=row.matter, at=at, on=on, step=step.name)
