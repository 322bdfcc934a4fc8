"""What the sender records of an answer when the other side cannot give one itself: with proof, by two persons."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import HandOverState, ProofKind, RecordState, choices


class RecordedAnswer(Row):
    """It counts when a second person has confirmed it; until then the hand-over waits.

    ``dated_on``: the day on the proof. ``scan``: the sealed file of the proof, of type ``scan_type``. ``recorded_by``
    is empty when the machine read it from a file. ``reason_sealed``: why the second person rejected it.
    """

    hand_over = models.ForeignKey("cases.HandOver", on_delete=models.PROTECT, related_name="recorded")
    answer = models.CharField(max_length=12, choices=choices((HandOverState.ACKNOWLEDGED, HandOverState.RETURNED)))
    proof = models.CharField(max_length=16, choices=choices(ProofKind))
    number = models.CharField(max_length=120, blank=True, default="")
    dated_on = models.DateField()
    scan = models.CharField(max_length=64, blank=True, default="")
    scan_type = models.CharField(max_length=60, blank=True, default="")
    scan_sha256 = models.CharField(max_length=64, blank=True, default="")
    note_sealed = models.BinaryField(null=True)
    state = models.CharField(max_length=12, choices=choices(RecordState), default=RecordState.WAITING)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_over"], condition=Q(state="waiting"), name="recorded_answer_once")
        ]
        indexes = [
            models.Index(
                fields=["organisation", "recorded_at", "id"], condition=Q(state="waiting"), name="recorded_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer} {self.proof} {self.number}"
