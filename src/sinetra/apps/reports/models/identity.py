"""The identity vault: names of reporters, sealed to a custodian's public key that this machine cannot open."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class CustodianKey(Row):
    """The public key (X25519, 32 bytes) of an office's custodian. At most one key of an office is in use.

    The private key is not here: under the custodian's passphrase it is the file ``key_id`` of the key folder
    (``reports.custodian_files``), and the printed recovery text opens without that file.
    """

    key_id = models.CharField(max_length=32, unique=True)
    public_key = models.BinaryField(max_length=32)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(retired_at__isnull=True), name="one_custodian_key_in_use"
            )
        ]

    def __str__(self) -> str:
        return self.key_id


class Identity(Row):
    """Who reported. ``sealed`` opens only with the private half of ``key``."""

    report = models.OneToOneField("reports.Report", on_delete=models.PROTECT, related_name="identity")
    key = models.ForeignKey(CustodianKey, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    opened_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="identity_newest")]

    def __str__(self) -> str:
        return f"identity of {self.report_id}"
