"""A *surat edaran* (F11)."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Circular(Row):
    """Its number as printed, whom it covers, where it was read."""

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
