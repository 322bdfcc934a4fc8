"""The audit chain: one head and one line of entries an organisation, and the signed checkpoints over all heads."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.core.ids import uuid7

__all__ = ["GENESIS", "AccessEntry", "AuditEntry", "AuditHead", "Checkpoint", "SealedRow"]

GENESIS = "0" * 64


class AuditHead(models.Model):
    """Where the chain of an organisation stands. Its row lock orders the writers of that organisation."""

    organisation = models.OneToOneField(
        "registry.Organisation", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.seq}"


class AuditEntry(models.Model):
    """What happened to which row, by whom. Only ``detail`` and its salt may ever be emptied; triggers forbid the rest.

    ``digest`` is that of the row as it stood after the unit of work, empty when the row was removed.
    ``detail`` holds personal data; the chain knows only its salted commitment and survives its erasure.
    """

    organisation = models.ForeignKey("registry.Organisation", on_delete=models.PROTECT, related_name="+")
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    group = models.UUIDField()
    action = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.UUIDField()
    digest = models.CharField(max_length=64, blank=True)
    actor = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    detail = models.JSONField(null=True)
    detail_salt = models.BinaryField(max_length=16, null=True)
    detail_commitment = models.CharField(max_length=64, blank=True, default="")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "seq"], name="audit_entry_place")]
        indexes = [models.Index(fields=["object_type", "object_id", "organisation", "seq"], name="audit_entry_object")]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"


class SealedRow(models.Model):
    """A row of a block (``base.block``): its digest as it stood then, 32 bytes, a leaf of the root in the entry.

    Never changed and never deleted, as entries; slim, for there are as many as people.
    """

    pk = models.CompositePrimaryKey("block", "object_id")
    block = models.UUIDField()
    object_id = models.UUIDField()
    digest = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.block} {self.object_id}"


class Checkpoint(models.Model):
    """Signed Merkle root of all heads, chained to the checkpoint before; also written outside the data folder."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    heads = models.JSONField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, default=GENESIS)
    hash = models.CharField(max_length=64)
    signature = models.BinaryField(max_length=72)

    def __str__(self) -> str:
        return f"{self.number} {self.root[:12]}"
