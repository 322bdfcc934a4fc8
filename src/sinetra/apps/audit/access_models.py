"""The access log: who of the staff opened whose personal data, when, on which page. Never the data, no address."""

from __future__ import annotations

from django.db import models

from sinetra.core.ids import uuid7


class AccessEntry(models.Model):
    """One person, one subject, one page, within ten minutes; ``times`` and ``last_at`` tell how often.

    ``subject_type`` is ``cases.matter``, ``reports.report``, ``registry.person`` …; ``subject_id`` its id, or that of
    the list's page or office. ``kinds``: which data, of ``base.viewing.Shown``, with commas. ``purpose`` only where
    the page asks for one; it is emptied with the subject's data. Triggers forbid other changes, and deleting within a
    year.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey("registry.Organisation", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    kinds = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300, blank=True, default="")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-first_at", "-id"], name="access_newest"),
            models.Index(fields=["user", "-first_at", "-id"], name="access_by_user"),
            models.Index(fields=["subject_id", "-first_at", "-id"], name="access_of_subject"),
            models.Index(fields=["last_at"], name="access_to_erase"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.page} {self.subject_type} {self.subject_id}"
