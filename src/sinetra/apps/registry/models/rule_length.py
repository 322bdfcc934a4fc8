"""How long a deadline is in an office, where no law fixes it (procedure C.1: the follow-up by the PPK)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class RuleLength(Row):
    """``rule`` is one that the catalogue calls configurable; ``length`` is in the unit of the rule."""

    rule = models.CharField(max_length=40)
    length = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "rule"], name="rule_length_once"),
            models.CheckConstraint(condition=Q(length__gte=1), name="rule_length_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.length}"
