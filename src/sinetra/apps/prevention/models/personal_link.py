"""A printed link by which somebody sees their own sessions, pledges and certificates, without an account."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class PersonalLink(Row):
    """Of the link only ``hash``, a keyed hash, is kept. A person has one that is not revoked."""

    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    valid_until = models.DateField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at__isnull=True), name="personal_link_current_once"
            )
        ]

    def __str__(self) -> str:
        return self.hash[:8]
