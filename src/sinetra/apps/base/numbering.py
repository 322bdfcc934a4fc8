"""Numbers of an office without a gap and without a double: one row a year, locked while a number is taken."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction

from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work


class Numbering(Row):
    """``pattern`` is the office's own (``core.number_pattern``); ``last`` is the number that was taken last."""

    #: That of an office which has set none.
    DEFAULT_PATTERN = ""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)
    pattern = models.CharField(max_length=60)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


N = TypeVar("N", bound=Numbering)


def pattern_of(model: type[N], organisation_id: UUID, year: int) -> str:
    """That of the year, else of the last year before it."""
    rows = model._base_manager.filter(organisation_id=organisation_id, year__lte=year)
    found = rows.order_by("-year").first()
    return found.pattern if found is not None else model.DEFAULT_PATTERN


def locked(work: Work, model: type[N], organisation_id: UUID, year: int) -> N:
    """The row of the year, made if need be, locked to the end of the unit of work (PostgreSQL; on SQLite there is one
    writer anyway). If the unit fails, no number was taken. A new row still wants its entry."""
    rows = model._base_manager.select_for_update().filter(organisation_id=organisation_id, year=year)
    found = rows.first()
    if found is not None:
        return found
    made = model(organisation_id=organisation_id, year=year, pattern=pattern_of(model, organisation_id, year))
    try:
        with transaction.atomic():
            return work.create(made)
    except IntegrityError:
        return rows.get()
