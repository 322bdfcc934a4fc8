"""An interest that somebody declares, or an office declares of them: to a candidate pair, or in one matter."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import choices
from sinetra.core.casework.interests import Tie
from sinetra.core.clock.confidence import Confidence


class DeclaredInterest(Row):
    """``organisation`` is the office that keeps it. It is about one of its people (``user``), or about who heads
    ``office`` (``holder_name``, as printed). It names no relative: the kind of tie, and to which pair or matter.

    Both days count; ``until_on`` None is still so. ``by_office``: not declared by the person.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    holder_name = models.CharField(max_length=200, blank=True, default="")
    tie = models.CharField(max_length=20, choices=choices(Tie))
    pair = models.ForeignKey("registry.ElectionPair", null=True, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey("cases.Matter", null=True, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    by_office = models.BooleanField(default=False)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=16, choices=choices(Confidence), default=Confidence.UNCHECKED)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-from_on", "-id"], name="interest_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, office__isnull=True, holder_name="")
                | (Q(user__isnull=True, office__isnull=False) & ~Q(holder_name="")),
                name="interest_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(pair__isnull=False, matter__isnull=True) | Q(pair__isnull=True, matter__isnull=False),
                name="interest_in_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="interest_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tie} {self.from_on}"
