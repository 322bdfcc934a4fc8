"""Where the numbering of an office's matters stands in a year."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.numbering import Numbering


class MatterNumber(Numbering):
    DEFAULT_PATTERN = "{sequence:03}/{year}"

    pattern = models.CharField(max_length=60, default=DEFAULT_PATTERN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="matter_numbering_once")]
