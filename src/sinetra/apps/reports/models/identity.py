"""The identity vault: names of reporters, sealed to a custodian's public key that this machine cannot open."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.reports.vocabulary import Post, choices


class CustodianKey(Row):
    """The public key (X25519, 32 bytes) of an office's custodian or deputy. At most one key of a post is in use.

    The private key is not here: under the custodian's passphrase it is the file ``key_id`` of the key folder
    (``reports.custodian_files``), and the printed recovery text opens without that file. ``holder`` None: made by the
    installation.
    """

    key_id = models.CharField(max_length=32, unique=True)
    public_key = models.BinaryField(max_length=32)
    retired_at = models.DateTimeField(null=True)
    post = models.CharField(max_length=12, choices=choices(Post), default=Post.CUSTODIAN)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "post"], condition=Q(retired_at__isnull=True), name="one_key_of_a_post_in_use"
            )
        ]

    def __str__(self) -> str:
        return self.key_id


class Identity(Row):
    """Who reported. ``sealed`` opens only with the private half of ``key``; ``also``, for every further key (its id)
    the same sealed to that one, as base64. ``keeper``: whose custodians open it; None is the office itself."""

    report = models.OneToOneField("reports.Report", on_delete=models.PROTECT, related_name="identity")
    key = models.ForeignKey(CustodianKey, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    opened_at = models.DateTimeField(null=True)
    also = models.JSONField(default=dict)
    keeper = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="identity_newest"),
            models.Index(fields=["keeper", "-id"], name="identity_of_keeper"),
        ]

    def __str__(self) -> str:
        return f"identity of {self.report_id}"
