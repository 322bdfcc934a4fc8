"""A file on its way: sealed from its first segment on, of nobody yet."""

from __future__ import annotations

from django.db import models

from sinetra.core.ids import uuid7

HASH_BYTES = 32


class Upload(models.Model):
    """Whoever holds the secret key may go on with it; only ``key_hash`` (keyed) is stored. It has no report, no
    organisation and no trace: it becomes ``Evidence`` when a report takes it, or is swept away after ``expires_at``.

    ``offset``: bytes of the original that are kept. ``turn`` counts the requests that went on with it: only the newest
    one writes. ``size`` is what was announced; None: not known
    before the end (a plain form).
    ``blob`` is named, with ``sha256`` and ``media_type``, when it is whole.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    name_sealed = models.BinaryField()
    file_key_sealed = models.BinaryField()
    size = models.PositiveBigIntegerField(null=True)
    offset = models.PositiveBigIntegerField(default=0)
    turn = models.PositiveIntegerField(default=0)
    media_type = models.CharField(max_length=100, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    blob = models.CharField(max_length=64, blank=True, default="")
    findings = models.JSONField(default=list)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="upload_expiry")]

    def __str__(self) -> str:
        return f"upload {self.id}"
