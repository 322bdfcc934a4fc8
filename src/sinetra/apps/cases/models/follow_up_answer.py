"""What a receiver answered about a matter: as it was sent, and as it arrived at the one that had handed over."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Answer, Direction, choices


class FollowUpAnswer(Row):
    """Each side has its own row for the same ``package_id``. It tells no name: whom it is about, both sides know.

    ``decided_on`` and ``letter`` are those of the first decision, once there is one.
    """

    hand_over = models.ForeignKey("cases.HandOver", on_delete=models.PROTECT, related_name="answers")
    direction = models.CharField(max_length=8, choices=choices(Direction))
    answer = models.CharField(max_length=12, choices=choices(Answer))
    decided_on = models.DateField(null=True)
    letter = models.CharField(max_length=120, blank=True, default="")
    package_id = models.UUIDField()
    package_digest = models.CharField(max_length=64)
    package_sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "direction", "package_id"], name="follow_up_answer_once")
        ]
        indexes = [models.Index(fields=["hand_over", "at", "id"], name="follow_up_answers")]

    def __str__(self) -> str:
        return f"{self.direction} {self.answer}"
