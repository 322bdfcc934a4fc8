"""The next number of an office's matters and of its register: no gap, no double, whatever else is going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.base.numbering import Numbering, locked
from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import MatterNumber, RegisterNumber
from sinetra.core.number_pattern import spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    year: int
    sequence: int
    text: str


def next_number(work: Work, organisation_id: UUID, day: date) -> Numbered:
    """Takes a number inside the unit of work: if the unit fails, the number was never taken."""
    return _next(work, MatterNumber, organisation_id, day, "matter.number")


def next_register_number(work: Work, organisation_id: UUID, day: date) -> Numbered:
    """As ``next_number``, for what is registered."""
    return _next(work, RegisterNumber, organisation_id, day, "register.number")


def _next(work: Work, model: type[Numbering], organisation_id: UUID, day: date, action: str) -> Numbered:
    counter = locked(work, model, organisation_id, day.year)
    work.change(counter, last=counter.last + 1)
    work.record(action, counter, data={"year": counter.year, "last": counter.last})
    return Numbered(year=day.year, sequence=counter.last, text=spell(counter.pattern, counter.last, day))
