"""Where the numbering of an office's circulars stands in a year, and its own pattern."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row

DEFAULT_PATTERN = "{sequence:03}/SE/{roman_month}/{year}"


class CircularNumber(Row):
    """``pattern``: text with ``{sequence:03}``, ``{year}``, ``{month}``, ``{roman_month}``."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)
    pattern = models.CharField(max_length=60, default=DEFAULT_PATTERN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="circular_numbering_once")]

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
