"""An open matter as the queues see it: whose it is, where, in which state, and its nearest deadline.

Repeated from matters and running clocks (``apps/cases/queue_keeping``), in the unit of work that changes them; it may
be deleted and told again at any time. A closed matter has none.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

#: No clock runs: such matters stand behind all that have a deadline.
NO_DEADLINE = date(9999, 12, 31)


class QueueEntry(models.Model):
    """``next_due``: the earliest ``due_on`` of the clocks that run, else ``NO_DEADLINE``."""

    matter = models.OneToOneField("cases.Matter", on_delete=models.CASCADE, primary_key=True, related_name="+")
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    region = models.ForeignKey("registry.Region", on_delete=models.PROTECT, related_name="+", db_index=False)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=24)
    state = models.CharField(max_length=24)
    opened_at = models.DateTimeField()
    next_due = models.DateField(default=NO_DEADLINE)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "next_due", "matter"], name="queue_due"),
            models.Index(fields=["organisation", "handler", "next_due", "matter"], name="queue_due_of_person"),
            models.Index(fields=["organisation", "state", "next_due", "matter"], name="queue_due_in_state"),
            models.Index(fields=["organisation", "-opened_at", "-matter"], name="queue_newest"),
            models.Index(fields=["organisation", "handler", "-opened_at", "-matter"], name="queue_newest_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.next_due}"
