"""A public office held from one day to another: PPK, regional head, acting head."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName, choices
from sinetra.core.clock.confidence import Confidence


class HeldRole(Row):
    """``organisation`` is the one in which the office is held; both days count; ``until_on`` None is still held.

    ``reason`` says why this person (leave for the campaign, vacancy), ``source`` where that stands.
    """

    role = models.CharField(max_length=24, choices=choices(HeldRoleName))
    kind = models.CharField(max_length=12, choices=choices(HeldKind))
    holder_name = models.CharField(max_length=200)
    holder_title = models.CharField(max_length=200, blank=True, default="")
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="held_roles")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True, default="")
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=16, choices=choices(Confidence), default=Confidence.UNCHECKED)

    class Meta:
        indexes = [models.Index(fields=["organisation", "role", "from_on"], name="held_role_on")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="held_role_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} ({self.kind})"
