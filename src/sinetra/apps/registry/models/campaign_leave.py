"""Leave of a head or deputy for the campaign: from the first to the last day, by which letter."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import LEAVE_GIVERS, choices
from sinetra.core.clock.confidence import Confidence


class CampaignLeave(Row):
    """``organisation`` is the one in which the office is held, as in ``HeldRole``. UU 10/2016 art. 70(3)-(5).

    ``given_by`` is empty while it is not known who gave it, ``told_kpu_on`` None while not known when the KPU was told.
    """

    holder_name = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField()
    given_by = models.CharField(max_length=24, choices=choices(LEAVE_GIVERS), blank=True, default="")
    told_kpu_on = models.DateField(null=True)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=16, choices=choices(Confidence), default=Confidence.UNCHECKED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "holder_name", "from_on"], name="campaign_leave_once"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="campaign_leave_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} – {self.until_on}"
