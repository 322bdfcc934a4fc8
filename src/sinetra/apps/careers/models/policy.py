"""A career policy of an office: what counts for training, promotion and transfer, with number and dates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row


class CareerPolicy(Row):
    """``until_on`` is the last day in force; ``end_reason`` says why it ended. The text of one that is published never
    changes: a new one takes its place."""

    title = models.CharField(max_length=200)
    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    text = models.TextField()
    end_reason = models.CharField(max_length=300, blank=True, default="")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="career_policy_once"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="career_policy_span"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-from_on", "-id"], name="career_policy_newest")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
