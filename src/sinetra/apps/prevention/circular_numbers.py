"""The next number of a circular, by the pattern of the office: no gap, no double."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from sinetra.apps.base.work import Work
from sinetra.apps.cases.numbers import spell
from sinetra.apps.prevention.models import Circular, CircularNumber
from sinetra.apps.prevention.models.circular_number import DEFAULT_PATTERN
from sinetra.core.prevention.circular_number import number_key


def next_number(work: Work, organisation_id: UUID, day: date) -> str:
    """Taken inside the unit of work: if the unit fails, the number was never taken. One that was typed for another
    circular before is passed over."""
    counter = _locked(work, organisation_id, day.year)
    last = counter.last + 1
    while _is_taken(organisation_id, number := spell(counter.pattern, last, day)):
        last += 1
    work.change(counter, last=last)
    work.record("circular.number", counter, data={"year": counter.year, "last": last})
    return number


def _is_taken(organisation_id: UUID, number: str) -> bool:
    return Circular.objects.filter(organisation_id=organisation_id, number_key=number_key(number)).exists()


def pattern_of(organisation_id: UUID, year: int) -> str:
    """That of the year, else of the last year before it."""
    rows = CircularNumber.objects.filter(organisation_id=organisation_id, year__lte=year)
    found = rows.order_by("-year").first()
    return found.pattern if found is not None else DEFAULT_PATTERN


def _locked(work: Work, organisation_id: UUID, year: int) -> CircularNumber:
    rows = CircularNumber.objects.select_for_update().filter(organisation_id=organisation_id, year=year)
    counter = rows.first()
    if counter is not None:
        return counter
    made = CircularNumber(organisation_id=organisation_id, year=year, pattern=pattern_of(organisation_id, year))
    try:
        with transaction.atomic():
            return work.create(made)
    except IntegrityError:
        return rows.get()
