"""Where the register of an office stands in a year."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.numbering import Numbering


class RegisterNumber(Numbering):
    DEFAULT_PATTERN = "{sequence:03}/REG/{year}"

    pattern = models.CharField(max_length=60, default=DEFAULT_PATTERN)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "year"], name="register_numbering_once")]
