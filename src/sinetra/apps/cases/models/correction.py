"""Of a matter in which nothing was proven: who had been told of it, and whether they know how it ended."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, ToldBy, choices


class Correction(Row):
    """Outgoing: one body that had been told, in one ending of the matter (``round``: how often it was reopened
    before). Incoming: another institution says that nothing was proven in what it had handed over, or was handed.

    ``body_kind`` is empty for a body that is known by its name only. ``told_on``: the last day on which it got
    something. ``number``: of the letter of correction. ``about``: the hand-over whose package the correction is about;
    ``package_sealed`` and ``reply_sealed`` are the signed documents where it goes from installation to installation.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="corrections")
    direction = models.CharField(max_length=8, choices=choices(Direction), default=Direction.OUTGOING)
    round = models.PositiveSmallIntegerField(default=0)
    body_kind = models.CharField(max_length=20, blank=True, default="")
    body_name = models.CharField(max_length=200)
    told_by = models.CharField(max_length=12, choices=choices(ToldBy))
    told_on = models.DateField()
    state = models.CharField(max_length=12, choices=choices(CorrectionState), default=CorrectionState.OPEN)
    since = models.DateField()
    sent_on = models.DateField(null=True)
    acknowledged_on = models.DateField(null=True)
    number = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("cases.HandOver", null=True, on_delete=models.PROTECT, related_name="corrections")
    package_id = models.UUIDField(null=True)
    package_digest = models.CharField(max_length=64, blank=True, default="")
    package_sealed = models.BinaryField(null=True)
    reply_digest = models.CharField(max_length=64, blank=True, default="")
    reply_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "direction", "body_kind", "body_name", "round"], name="correction_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=CorrectionState.IMPOSSIBLE) | ~Q(reason=""), name="correction_given_up_with_reason"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "since", "id"],
                condition=Q(state__in=(CorrectionState.OPEN, CorrectionState.SENT)),
                name="correction_waiting",
            ),
            models.Index(fields=["matter", "since", "id"], name="correction_of_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.body_name} ({self.state})"
