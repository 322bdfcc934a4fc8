"""An official of the office bears the name of somebody reported, and it was looked into: it is somebody else."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row


class NameClearance(Row):
    """The reason may tell the two apart by what is personal: it is sealed."""

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="name_clearances")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason_sealed = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "user"], name="name_clearance_once")]

    def __str__(self) -> str:
        return f"{self.on}"
