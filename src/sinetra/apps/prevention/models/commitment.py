"""What somebody promised at an activity, with a last day."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class Commitment(Row):
    """``owner``: a role or unit in words. Open while ``done_on`` is empty."""

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="commitments")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "due_on", "id"], condition=Q(done_on__isnull=True), name="commitment_open"
            ),
            models.Index(fields=["activity", "due_on", "id"], name="commitment_of_activity"),
        ]

    def __str__(self) -> str:
        return self.text
