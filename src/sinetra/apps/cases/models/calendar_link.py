"""A secret link by which the calendar of an officer reads open due dates, without signing in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import CalendarScope, choices


class CalendarLink(Row):
    """Of the link only ``hash``, a keyed hash, is kept. A person has one of each scope that is not revoked."""

    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=6, choices=choices(CalendarScope))
    hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    valid_until = models.DateField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "scope"], condition=Q(revoked_at__isnull=True), name="calendar_link_current_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.hash[:8]}"
