"""One sitting of an activity: a stop of a visit, a day of a meeting. Who came is noted per session."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class ActivitySession(Row):
    """``place`` orders the sessions of an activity from 1. Times are of the zone that ``session_time`` says.

    ``unit`` is the unit visited, when it stands in the registry; ``unit_text`` its name as printed. Participants
    check in while ``state`` is open; organisers may enter lists before and after. Closing deletes the scores of tests.
    """

    class State(models.TextChoices):
        PLANNED = "planned"
        OPEN = "open"
        CLOSED = "closed"

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="sessions")
    place = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200, blank=True, default="")
    day = models.DateField(null=True)
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    venue = models.CharField(max_length=300, blank=True, default="")
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    unit_text = models.CharField(max_length=200, blank=True, default="")
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "place"], name="session_place_once")]
        indexes = [models.Index(fields=["organisation", "day", "starts_at", "id"], name="session_by_day")]

    def __str__(self) -> str:
        return self.title or self.venue or f"{self.activity_id} {self.place}"
