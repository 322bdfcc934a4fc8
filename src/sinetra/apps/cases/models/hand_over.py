"""One hand-over between two institutions, as one of them sees it. It counts when the other side has acknowledged it."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Purpose, choices


class HandOver(Row):
    """Each side has its own row for the same ``package_id``; the digests prove that both mean the same content.

    ``package_sealed`` is the signed document, ``reply_sealed`` the signed acknowledgement or return.
    ``recorded_by_sender``: it was answered by a proof that the sender recorded (``RecordedAnswer``), not by the other
    side itself; it is never shown without that word. ``sent_on`` and ``answered_on``: legal dates, of a recorded answer
    that of its proof; None in rows from before they were kept, and ``sent_on`` on the receiver's side.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="hand_overs")
    direction = models.CharField(max_length=8, choices=choices(Direction))
    state = models.CharField(max_length=12, choices=choices(HandOverState))
    purpose = models.CharField(max_length=12, choices=choices(Purpose), default=Purpose.FORWARDING)
    counterpart_kind = models.CharField(max_length=20)
    counterpart_name = models.CharField(max_length=200)
    package_id = models.UUIDField()
    package_digest = models.CharField(max_length=64)
    package_sealed = models.BinaryField()
    reply_id = models.UUIDField(null=True)
    reply_digest = models.CharField(max_length=64, blank=True, default="")
    reply_sealed = models.BinaryField(null=True)
    sent_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    sent_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    recorded_by_sender = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "direction", "package_id"], name="hand_over_once")
        ]
        indexes = [models.Index(fields=["organisation", "direction", "state", "sent_at", "id"], name="hand_over_open")]

    def __str__(self) -> str:
        return f"{self.direction} {self.counterpart_name} ({self.state})"
