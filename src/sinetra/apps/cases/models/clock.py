"""A running deadline of a matter, with its explanation and the calendar that it was counted by."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class Clock(Row):
    """``started_on`` and ``due_on`` are local dates of the office's region, ``due_at`` the last second in time.

    ``told`` is the computed deadline with its explanation (``reports.law_clock.Due``). ``track``, ``examination``: of
    which it is, where it is not of the matter as a whole.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="clocks")
    track = models.ForeignKey("cases.Track", null=True, on_delete=models.PROTECT, related_name="clocks")
    examination = models.ForeignKey("cases.Examination", null=True, on_delete=models.PROTECT, related_name="clocks")
    rule = models.CharField(max_length=40)
    started_on = models.DateField()
    due_on = models.DateField()
    due_at = models.DateTimeField()
    told = models.JSONField()
    calendar_version = models.CharField(max_length=16)
    done_at = models.DateTimeField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "due_on", "id"], condition=Q(done_at__isnull=True), name="clock_running"
            ),
            # What waits for an answer is rare among many clocks that run.
            models.Index(
                fields=["organisation", "rule", "due_on", "id"],
                condition=Q(done_at__isnull=True),
                name="clock_running_by_rule",
            ),
            models.Index(fields=["matter", "due_on"], name="clock_of_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.due_on}"
