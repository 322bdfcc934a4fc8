"""A printed slip with a code that opens an account once."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row


class ActivationSlip(Row):
    """Only a keyed hash of the code is stored. A newer slip cancels the older ones."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="slips")
    code_hash = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"slip {self.pk}"
