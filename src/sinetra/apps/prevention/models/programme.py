"""A plan of prevention, for an election or for a year outside the stages."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row


class Programme(Row):
    """``election`` is the id of a timetable, empty outside the stages; both days count."""

    title = models.CharField(max_length=200)
    election = models.CharField(max_length=60, blank=True, default="")
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    aim = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["organisation", "-starts_on", "-id"], name="programme_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="programme_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.title
