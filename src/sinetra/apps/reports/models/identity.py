"""The identity vault: names of reporters, sealed to a custodian's public key that this machine cannot open."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class CustodianKey(Row):
    """The public key (X25519, 32 bytes) of an office's custodian. ``locked`` is the private key under the custodian's
    passphrase; a printed recovery share is the only other way to it. At most one key of an office is in use.
    """

    public_key = models.BinaryField(max_length=32)
    locked = models.BinaryField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(retired_at__isnull=True), name="one_custodian_key_in_use"
            )
        ]

    def __str__(self) -> str:
        return bytes(self.public_key).hex()[:16]


class Identity(Row):
    """Who reported. ``sealed`` opens only with the private half of ``key``."""

    report = models.OneToOneField("reports.Report", on_delete=models.PROTECT, related_name="identity")
    key = models.ForeignKey(CustodianKey, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    opened_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"identity of {self.report_id}"
