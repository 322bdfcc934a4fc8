"""Two reports of which somebody said that they tell of two events: they are not proposed to each other again."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class NotSameEvent(Row):
    """``first`` has the smaller id, so that a pair stands here once."""

    first = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="not_same_event_once")]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
