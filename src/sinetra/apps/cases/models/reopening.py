"""A matter that had ended is handled once more: on what ground, by which document, and how it had ended."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Outcome, choices


class Reopening(Row):
    """``ground`` is a name of the catalogue (``casework.yaml``); ``document``: number and day of what it rests on. The
    reason may name people: it is sealed. ``outcome`` is empty where the matter had not been closed yet."""

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="reopenings")
    ground = models.CharField(max_length=24)
    document = models.CharField(max_length=200)
    reason_sealed = models.BinaryField()
    outcome = models.CharField(max_length=24, choices=choices(Outcome), blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField()
    reopened_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["matter", "reopened_at", "id"], name="reopening_of_matter")]

    def __str__(self) -> str:
        return f"{self.reopened_on} {self.ground}"
