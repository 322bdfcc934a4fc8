"""One message between the reporter, known by the code alone, and the office that handles the report."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.reports.models.report import HASH_BYTES
from sinetra.apps.reports.vocabulary import Mark, choices


class Message(Row):
    """``message_sealed`` holds the words. The office writes as an office: who wrote stands in the trace alone.

    ``key_hash``: a keyed hash of the secret of the form, so that sending it twice writes once. ``read_at``: when the
    office marked as read what the reporter wrote; whether the reporter has read is kept apart (``Seen``).
    """

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="messages")
    by_office = models.BooleanField()
    mark = models.CharField(max_length=16, choices=choices(Mark), default=Mark.MESSAGE)
    message_sealed = models.BinaryField()
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["report", "sent_at", "id"], name="message_of_report"),
            models.Index(
                fields=["organisation", "sent_at", "id"],
                condition=Q(by_office=False, read_at__isnull=True),
                name="message_unread",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.sent_on}"
