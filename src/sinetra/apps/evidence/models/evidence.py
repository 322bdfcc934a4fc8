"""One file that a reporter handed in: the original, sealed as it came."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.evidence.vocabulary import EvidenceState, ScanResult
from sinetra.apps.reports.vocabulary import choices

HASH_BYTES = 32


class Evidence(Row):
    """``blob`` names the sealed original in the blob store; ``key_sealed`` is its key under the key ring, so that a
    rotation seals 32 bytes anew and no file. It is opened by ``evidence.originals.open_original``.

    ``media_type`` is that of the content, never of the name. ``size`` and ``sha256`` (hex) are those of the original.
    ``upload_hash``: keyed hash of the key under which it was uploaded; a repeated filing is known by it.
    ``findings``: codes of what is conspicuous in it (``core.evidence.findings``). ``scanner``: the antivirus and the
    version of its signatures; empty when none has looked.
    """

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    name_sealed = models.BinaryField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    blob = models.CharField(max_length=64)
    key_sealed = models.BinaryField()
    upload_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    state = models.CharField(max_length=12, choices=choices(EvidenceState), default=EvidenceState.RECEIVED)
    findings = models.JSONField(default=list)
    scan = models.CharField(max_length=10, choices=choices(ScanResult), default=ScanResult.UNCHECKED)
    scanner = models.CharField(max_length=80, blank=True, default="")
    scanned_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "position"], name="place_of_evidence")]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="evidence_newest"),
            models.Index(fields=["id"], condition=models.Q(scan=ScanResult.UNCHECKED), name="evidence_unchecked"),
        ]

    def __str__(self) -> str:
        return f"evidence {self.position} of {self.report_id}"
