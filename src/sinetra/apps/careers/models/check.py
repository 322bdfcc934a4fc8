"""A proposed replacement of an official held against the windows of the law; one, or a file of thousands."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row


class TransferCheck(Row):
    """``facts`` and ``result`` in the shapes of ``sinetra transfer-check``: no name of a person is in them. ``verdict``
    repeats that of the result. ``law``: digest of the law that was read. A check is never changed; a new one is
    made."""

    step = models.ForeignKey("careers.CareerStep", null=True, on_delete=models.PROTECT, related_name="checks")
    facts = models.JSONField()
    result = models.JSONField()
    verdict = models.CharField(max_length=16)
    effective_on = models.DateField(null=True)
    checked_on = models.DateField()
    law = models.CharField(max_length=64)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="transfer_check_newest"),
            models.Index(fields=["step", "-id"], name="transfer_check_of_step"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.effective_on}"


class TransferFile(Row):
    """A file that was screened: how many rows had each verdict. The file itself and its rows are not kept; the same
    file (``sha256``) counts once."""

    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    bad_rows = models.PositiveIntegerField(default=0)
    checked_on = models.DateField()
    law = models.CharField(max_length=64)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="transfer_file_once")]
        indexes = [models.Index(fields=["organisation", "-id"], name="transfer_file_newest")]

    def __str__(self) -> str:
        return f"{self.rows} rows, {self.checked_on}"
