"""Who touched a piece of evidence, and when. One row a touch; none is ever changed."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.apps.reports.vocabulary import choices


class CustodyEntry(Row):
    """``by`` None: the reporter (``received``) or the installation itself. ``note_sealed`` is empty without a note."""

    evidence = models.ForeignKey("evidence.Evidence", on_delete=models.PROTECT, related_name="custody")
    what = models.CharField(max_length=16, choices=choices(Touch))
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note_sealed = models.BinaryField(default=b"")

    class Meta:
        indexes = [models.Index(fields=["evidence", "-id"], name="custody_of_evidence")]

    def __str__(self) -> str:
        return f"{self.what} {self.evidence_id}"
