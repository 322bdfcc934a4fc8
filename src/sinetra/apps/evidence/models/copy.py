"""A copy that handlers work with; the original stays as it is."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.evidence.vocabulary import CopyKind
from sinetra.apps.reports.vocabulary import choices


class EvidenceCopy(Row):
    """Sealed like the original (``evidence.originals``): ``key_sealed`` is the key of ``blob``; ``size`` and ``sha256``
    are those of the copy. One ``cleaned`` copy a file; as many ``masked`` ones as people make.

    ``width`` and ``height`` in points, of pictures. ``boxes``: what is covered, each as left, top, width and height in
    hundredths. ``by`` None: the installation itself.
    """

    evidence = models.ForeignKey("evidence.Evidence", on_delete=models.PROTECT, related_name="copies")
    kind = models.CharField(max_length=8, choices=choices(CopyKind))
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    blob = models.CharField(max_length=64)
    key_sealed = models.BinaryField(default=b"")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    boxes = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence"], condition=models.Q(kind=CopyKind.CLEANED), name="one_cleaned_copy"
            )
        ]
        indexes = [models.Index(fields=["evidence", "-id"], name="copies_of_evidence")]

    def __str__(self) -> str:
        return f"{self.kind} copy of {self.evidence_id}"
