"""Laporan nihil: an office states that a period brought neither a report nor a finding."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Period, choices


class NilReport(Row):
    """``begins_on`` to ``ends_on``, both included, are the whole week or month."""

    period = models.CharField(max_length=8, choices=choices(Period))
    begins_on = models.DateField()
    ends_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    filed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "period", "begins_on"], name="nil_report_once")]
        indexes = [models.Index(fields=["organisation", "-begins_on", "-id"], name="nil_report_newest")]

    def __str__(self) -> str:
        return f"{self.begins_on} – {self.ends_on}"
