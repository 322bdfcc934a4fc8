"""The next number of a circular, by the pattern of the office: no gap, no double."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sinetra.apps.base.numbering import locked
from sinetra.apps.base.work import Work
from sinetra.apps.prevention.models import Circular, CircularNumber
from sinetra.core.number_pattern import spell
from sinetra.core.prevention.circular_number import number_key


def next_number(work: Work, organisation_id: UUID, day: date) -> str:
    """Taken inside the unit of work: if the unit fails, the number was never taken. One that was typed for another
    circular before is passed over."""
    counter = locked(work, CircularNumber, organisation_id, day.year)
    last = counter.last + 1
    while _is_taken(organisation_id, number := spell(counter.pattern, last, day)):
        last += 1
    work.change(counter, last=last)
    work.record("circular.number", counter, data={"year": counter.year, "last": last})
    return number


def _is_taken(organisation_id: UUID, number: str) -> bool:
    return Circular.objects.filter(organisation_id=organisation_id, number_key=number_key(number)).exists()
