"""How many steps were decided and checks made on each day: what public figures and the view after the vote add up."""

from __future__ import annotations

from django.db import models

from sinetra.apps.careers.vocabulary import Figure
from sinetra.apps.registry.vocabulary import choices


class CareerTally(models.Model):
    """One count a day, changed in the unit of work that changes what it counts. It says nothing about anybody, so it
    stands in no audit chain and stays when the steps are erased.

    Of a decision: ``day`` on which it takes effect (of a refusal: was made), ``kind``, ``code`` the decision,
    ``reason``. Of a check: the day it was made, ``code`` the verdict.
    """

    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    figure = models.CharField(max_length=8, choices=choices(Figure))
    day = models.DateField()
    kind = models.CharField(max_length=12, blank=True, default="")
    code = models.CharField(max_length=16)
    reason = models.CharField(max_length=16, blank=True, default="")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "figure", "day", "kind", "code", "reason"], name="career_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.code}: {self.count}"
