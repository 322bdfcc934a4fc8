"""By a dated decision of the office: who opens identities, and who stands in when that person may not."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.reports.vocabulary import Post, choices


class CustodyNaming(Row):
    """Both days count, until it is ended. ``decision``: number and day of the decision. An account that was ever named
    acts only while a naming is in force; one that never was acts by its role alone."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="custody_namings")
    post = models.CharField(max_length=12, choices=choices(Post))
    decision = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-ends_on", "id"], name="custody_naming_latest")]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="custody_naming_in_order")]

    def in_force(self, on: date) -> bool:
        return self.ended_at is None and self.starts_on <= on <= self.ends_on

    def __str__(self) -> str:
        return f"{self.post} {self.starts_on} – {self.ends_on}"
