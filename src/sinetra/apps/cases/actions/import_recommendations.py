"""What an office recommended before it had Sinetra: read from its own table, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.follow_up import due_of
from sinetra.apps.cases.models import Recommendation
from sinetra.apps.cases.recommendation_file import Line, read_lines
from sinetra.apps.cases.vocabulary import DECIDED
from sinetra.apps.registry.counting import Counting, counting_of
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.tables.problems import Problems

ACTION = "recommendation.import"
_COLUMNS = (
    *("number", "dated_on", "addressee", "persons", "received_on", "due_on", "due_told"),
    *("answer", "answered_on", "answer_letter", "note", "decided_on"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Staged:
    """``changed``: with the stored row, for those that the file says something else of."""

    read: int
    new: tuple[Line, ...]
    changed: tuple[tuple[Recommendation, Line], ...]


def import_recommendations(
    path: Path, *, organisation: Organisation, today: date, actor: Actor, at: datetime | None = None
) -> Imported:
    """They are found again by number, day and addressee; those that the file leaves out stay as they are.

    Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row, column and accepted values; ``Conflict``.
    """
    require(actor, ACTION, Recommendation(organisation=organisation))
    with unit_of_work(actor, at=at) as work:
        staged = _stage(path, organisation, today)
        if staged.new or staged.changed:
            _store(work, staged, organisation)
    return Imported(read=staged.read, created=len(staged.new), changed=len(staged.changed))


def preview_recommendations(path: Path, *, organisation: Organisation, today: date, actor: Actor) -> Imported:
    """What ``import_recommendations`` would do now; nothing is stored. The same errors."""
    require(actor, ACTION, Recommendation(organisation=organisation))
    staged = _stage(path, organisation, today)
    return Imported(read=staged.read, created=len(staged.new), changed=len(staged.changed))


def _stage(path: Path, organisation: Organisation, today: date) -> _Staged:
    problems = Problems()
    lines = list(read_lines(path, problems, today))
    problems.raise_if_any()
    stored = {
        (row.number, row.dated_on, row.addressee): row
        for row in Recommendation.objects.filter(organisation=organisation).iterator()
    }
    new = tuple(line for line in lines if line.key not in stored)
    known = ((stored[line.key], line) for line in lines if line.key in stored)
    return _Staged(read=len(lines), new=new, changed=tuple(pair for pair in known if _differs(*pair)))


def _differs(row: Recommendation, line: Line) -> bool:
    """A later answer recorded here is not undone by an older file, and a decision by none."""
    if row.decided_on is not None:
        return False
    if row.answered_on is not None and (line.answered_on is None or line.answered_on < row.answered_on):
        return False
    told = (line.persons, line.received_on, line.answer, line.answered_on, line.answer_letter, line.note)
    return told != (row.persons, row.received_on, row.answer, row.answered_on, row.answer_letter, row.note)


def _store(work: Work, staged: _Staged, organisation: Organisation) -> None:
    counting = counting_of(organisation.pk)
    rows = (_values(line, organisation, counting) for line in staged.new)
    work.create_many(Recommendation, _COLUMNS, rows, organisation=organisation.pk, action=ACTION)
    for row, line in staged.changed:
        work.change(row, **dict(zip(_COLUMNS, _values(line, organisation, counting), strict=True)))
        work.record("recommendation.answer", row, data={"answer": line.answer, "file": True})
    told = {"read": staged.read, "created": len(staged.new), "changed": len(staged.changed)}
    work.record(ACTION, organisation, data=told)


def _values(line: Line, organisation: Organisation, counting: Counting) -> tuple[Any, ...]:
    due = due_of(line.dated_on, line.received_on, office=organisation, counting=counting)
    decided = line.answer in DECIDED
    return (
        *(line.number, line.dated_on, line.addressee, line.persons, line.received_on),
        *((None, None) if due is None else (due.due, due.kept())),
        *(line.answer.value, line.answered_on, line.answer_letter, line.note),
        line.answered_on if decided else None,
    )
