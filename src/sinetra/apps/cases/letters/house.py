"""*Tata naskah dinas* of an office; one that has set none writes plainly, on A4, under its own name."""

from __future__ import annotations

from datetime import date
from functools import cache
from uuid import UUID

from sinetra.apps.base.numbering import locked
from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import LetterHouse, LetterNumber
from sinetra.apps.cases.numbers import Numbered
from sinetra.catalogue import ROOT
from sinetra.core.casework.letter_reader import load_letters
from sinetra.core.casework.letters import Letters
from sinetra.core.number_pattern import spell


@cache
def letters() -> Letters:
    """The kinds of letters. Errors: those of a faulty catalogue, with file and line."""
    return load_letters(ROOT)


def house_of(organisation_id: UUID) -> LetterHouse:
    found = LetterHouse.objects.filter(organisation_id=organisation_id).first()
    return found or LetterHouse(organisation_id=organisation_id)


def next_number(work: Work, organisation_id: UUID, day: date) -> Numbered:
    """Takes a number inside the unit of work: if the unit fails, the number was never taken."""
    counter = locked(work, LetterNumber, organisation_id, day.year)
    work.change(counter, last=counter.last + 1)
    work.record("document.number", counter, data={"year": counter.year, "last": counter.last})
    return Numbered(year=day.year, sequence=counter.last, text=spell(counter.pattern, counter.last, day))
