"""What finding a file complete and accepting its repair have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.actions.check_requirements import Given, store_answer
from sinetra.apps.cases.checklist import Item
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.vocabulary import State
from sinetra.core.casework.checklist import Answer
from sinetra.core.errors import Conflict, gettext_noop


def require_complete(found: Sequence[Item]) -> None:
    """Errors: ``Conflict`` with code ``not_complete``."""
    missing = sum(item.answer is not Answer.MET for item in found)
    if missing:
        raise Conflict(
            gettext_noop("Masih ada %(missing)s syarat yang belum dinyatakan terpenuhi; buka daftar syarat."),
            code="not_complete",
            missing=missing,
        )


def complete(
    work: Work, matter: Matter, found: Sequence[Item], action: str, code: StepCode, at: datetime, on: date
) -> None:
    """What the report had answered by itself becomes the word of the official who decides on it."""
    work.change(matter, state=State.COMPLETE)
    work.record(action, matter)
    for item in found:
        if item.on is None:
            store_answer(work, matter, item.requirement.id, Given(answer=item.answer), at, on)
    clocks.start_rule(work, matter, f"{matter.regime}.registration", on)
    add_step(work, code, matter=matter, at=at, on=on)
