"""Prevention: activities (sosialisasi, coordination meetings) and circulars."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Activity(Row):
    """An awareness session, a visit to units or a coordination meeting (F1, F7). Unknown stays empty."""

    class Kind(models.TextChoices):
        SOCIALISATION = "sosialisasi"
        COORDINATION = "rakor"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=300)
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(null=True)
    duration_days = models.PositiveSmallIntegerField(null=True)
    organiser = models.CharField(max_length=200, default="")
    theme = models.CharField(max_length=300, default="")
    venues = models.JSONField(default=list)
    units = models.JSONField(default=list)
    speakers = models.JSONField(default=list)
    audience = models.JSONField(default=list)
    participants = models.PositiveIntegerField(null=True)
    participants_approximate = models.BooleanField(default=False)
    covers_non_asn = models.BooleanField(null=True)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="activities")

    class Meta:
        indexes = [models.Index(fields=["organisation", "-starts_on", "-id"], name="activity_by_day")]

    def __str__(self) -> str:
        return self.title


class Circular(Row):
    """A *surat edaran* (F11): its number as printed, whom it covers, where it was read."""

    number = models.CharField(max_length=120)
    title = models.CharField(max_length=500, default="")
    issuer = models.CharField(max_length=200, default="")
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField(null=True)
    covers_non_asn = models.BooleanField(null=True)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="circulars")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="circular_once")]

    def __str__(self) -> str:
        return self.number
