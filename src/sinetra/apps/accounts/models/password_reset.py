"""A request for a new slip, which a second administrator has to confirm."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row


class PasswordReset(Row):
    """Open while neither ``confirmed_at`` nor ``cancelled_at`` is set and ``expires_at`` is ahead."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="resets")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("requested_by")),
                name="reset_needs_two_persons",
            )
        ]

    def __str__(self) -> str:
        return f"reset {self.pk}"
