"""A letter of an examination fills in the step that records it: its number, its day, what it says was decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sinetra.apps.cases.letters.from_examination import last_letter
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import draft_of
from sinetra.apps.cases.letters.offered import fits
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.letters import LetterKind

#: Field of a letter -> field of the step, where both ask the same.
_SAME = {"penalty": "penalty", "official": "official", "weighing": "reason", "statement": "note"}


def letters_of_step(row: Examination, verb: str) -> tuple[LetterKind, ...]:
    """Those that can be written now and that this step records."""
    return tuple(kind for kind in letters() if kind.step == verb and fits(kind, row.matter, row))


def told_by_letter(row: Examination, verb: str) -> Mapping[str, Any]:
    """Empty without a letter that counts, or when a step has recorded it already."""
    letter = last_letter(row, *(kind.id for kind in letters_of_step(row, verb)))
    if letter is None or row.steps.filter(letter=letter.number).exists():
        return {}
    kind, entries = letters().get(letter.kind), draft_of(letter).entries
    on = date.fromisoformat(entries[kind.told_on]) if kind.told_on in entries else letter.dated_on
    same = {to: entries[name] for name, to in _SAME.items() if name in entries}
    return {"letter": letter.number, "on": on, **same}
