"""Coordination between institutions: agreements (F8)."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Agreement(Row):
    """An agreement between institutions. A promise is not a legal basis: it opens no data by itself."""

    title = models.CharField(max_length=300)
    parties = models.JSONField(default=list)
    covers = models.JSONField(default=list)
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(null=True)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="agreements")

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="agreement_newest")]

    def __str__(self) -> str:
        return self.title
