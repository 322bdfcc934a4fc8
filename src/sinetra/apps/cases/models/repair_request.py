"""What a reporter was asked to complete, and by when."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class RepairRequest(Row):
    """``gaps`` are ids of requirements, in the order of the catalogue; ``notes_sealed`` holds a note for each.

    ``due_on`` None: outside the stages no rule says until when. ``received_on``: when the repair came.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="repairs")
    gaps = models.JSONField()
    notes_sealed = models.BinaryField()
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    due_on = models.DateField(null=True)
    received_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["matter", "-asked_at"], name="repair_of_matter")]

    def __str__(self) -> str:
        return f"{self.asked_on}: {', '.join(self.gaps)}"
