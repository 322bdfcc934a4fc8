"""A proof of filing that a reporter asked for, as it was given out; nobody at the office reads it."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class FilingProof(Row):
    """Another ``edition`` when evidence came after the one before. ``nonce_sealed``: the salt of the content file.
    ``evidence``: digest over those of the files, empty for none. ``blob`` names the sealed PDF of digest ``sha256``."""

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="proofs")
    edition = models.PositiveSmallIntegerField(default=1)
    nonce_sealed = models.BinaryField()
    evidence = models.CharField(max_length=64, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    blob = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "edition"], name="filing_proof_edition_once")]

    def __str__(self) -> str:
        return f"proof {self.edition}"
