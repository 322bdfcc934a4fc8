"""The next number of an office's matters: no gap, no double, whatever else is going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.base.numbering import locked
from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import MatterNumber
from sinetra.core.number_pattern import spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    year: int
    sequence: int
    text: str


def next_number(work: Work, organisation_id: UUID, day: date) -> Numbered:
    """Takes a number inside the unit of work: if the unit fails, the number was never taken."""
    counter = locked(work, MatterNumber, organisation_id, day.year)
    work.change(counter, last=counter.last + 1)
    work.record("matter.number", counter, data={"year": counter.year, "last": counter.last})
    return Numbered(year=day.year, sequence=counter.last, text=spell(counter.pattern, counter.last, day))
