"""Where the numbering of an office stands in a year. Its row lock makes the numbers gapless."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row

DEFAULT_PATTERN = "{sequence:03}/{year}"


class MatterNumber(Row):
    """``pattern`` is the office's own: text with ``{sequence:03}``, ``{year}``, ``{month}``, ``{roman_month}``."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)
    pattern = models.CharField(max_length=60, default=DEFAULT_PATTERN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="matter_numbering_once")]

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
