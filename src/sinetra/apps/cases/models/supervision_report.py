"""Laporan hasil pengawasan (LHP): what tracing an initial information has shown."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row


class SupervisionReport(Row):
    """``found_on``: the day on which a suspicion was found, from which the finding is counted; None where there is no
    suspicion. The text names people: it is sealed.
    """

    matter = models.OneToOneField("cases.Matter", on_delete=models.PROTECT, related_name="supervision_report")
    text_sealed = models.BinaryField()
    found_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.written_on}"
