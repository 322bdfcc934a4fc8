"""An official holds a report against the formal and material requirements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import checklist
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import ChecklistAnswer, Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.checklist import Answer
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    answer: Answer
    note: str = ""


def check_requirements(
    *, matter: Matter, answers: Mapping[str, Given], actor: Actor, seen: int | None = None, at: datetime | None = None
) -> Matter:
    """``answers`` by requirement id; what is not named stays. ``seen``: the version of the matter that was looked at.

    Errors: ``Forbidden``; ``BadInput`` naming ``requirement`` or ``note_ID`` (what is missing needs words);
    ``Conflict`` when the matter went on, somebody else changed it since ``seen``, or by a conflict of interest.
    """
    require(actor, "matter.check_requirements", matter)
    if not checklist.may_change(matter):
        message = gettext_noop("Daftar syarat perkara ini tidak dapat diubah lagi.")
        raise Conflict(message, code="illegal_transition")
    if seen is not None and seen != matter.version:
        raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
    require_no_conflict(actor, matter)
    before = {item.requirement.id: item for item in checklist.items(matter)}
    changed = {}
    for name, given in answers.items():
        _check(name, given, tuple(before))
        item = before[name]
        if (given.answer, given.note.strip()) != (item.answer, item.note) or (
            item.on is None and given.answer is not Answer.OPEN
        ):
            changed[name] = given
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, handler_id=matter.handler_id or actor.user_id)
        told = {name: given.answer.value for name, given in changed.items()}
        work.record("matter.check_requirements", matter, data={"answers": told})
        for name, given in changed.items():
            store_answer(work, matter, name, given, at, on)
        if changed:
            found = checklist.checklist_of(matter)
            met, wanted = len(found.having(Answer.MET)), len(found.requirements)
            add_step(work, StepCode.CHECKED, matter=matter, at=at, on=on, met=met, wanted=wanted)
    return matter


def store_answer(work: Work, matter: Matter, name: str, given: Given, at: datetime, on: date) -> None:
    row = ChecklistAnswer.objects.filter(matter=matter, requirement=name).first()
    key = row.pk if row is not None else uuid7()
    note = given.note.strip()
    values = {
        "answer": given.answer,
        "note_sealed": seal_value(note, key, "note") if note else None,
        "by_id": work.actor.user_id,
        "at": at,
        "on": on,
    }
    if row is None:
        row = work.create(
            ChecklistAnswer(id=key, organisation_id=matter.organisation_id, matter=matter, requirement=name, **values)
        )
    else:
        work.change(row, **values)
    work.record("checklist.answer", row, data={"requirement": name, "answer": given.answer.value}, note=note)


def _check(name: str, given: Given, known: tuple[str, ...]) -> None:
    if name not in known:
        raise BadInput(
            gettext_noop("Syarat %(value)s tidak dikenal; yang dikenal: %(accepted)s"),
            field="requirement",
            accepted=known,
            value=name,
        )
    if given.answer is Answer.NOT_MET and not given.note.strip():
        raise BadInput(gettext_noop("Tuliskan apa yang kurang."), field=f"note_{name}")
    if len(given.note) > LONGEST_NOTE:
        raise BadInput(
            gettext_noop("%(field)s: perlu diisi teks, %(accepted)s karakter."),
            field=f"note_{name}",
            accepted=(f"1-{LONGEST_NOTE}",),
        )
