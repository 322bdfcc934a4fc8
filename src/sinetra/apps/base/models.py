"""The outbox: work that a committed change has promised, done at least once by the worker."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from sinetra.core.ids import uuid7


class OutboxTask(models.Model):
    """One promised task. ``key`` is unique: promising the same thing twice promises it once."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        DEAD = "dead"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["state", "run_after"], name="outbox_due")]

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"
