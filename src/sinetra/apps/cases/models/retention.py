"""What holds erasure back, what was erased, and the certificate of each run."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class RetentionHold(Row):
    """A matter, or a report without one, is kept whatever its age until the hold is lifted. ``reason`` may name
    people: it is sealed, and goes with the rest. ``authority``: who asked, by which letter.
    """

    matter = models.ForeignKey("cases.Matter", null=True, on_delete=models.PROTECT, related_name="holds")
    report = models.ForeignKey("reports.Report", null=True, on_delete=models.PROTECT, related_name="holds")
    authority = models.CharField(max_length=300)
    reason_sealed = models.BinaryField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    set_on = models.DateField()
    lifted_on = models.DateField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(matter__isnull=False) | Q(report__isnull=False), name="hold_of_something"
            ),
            models.UniqueConstraint(fields=["matter"], condition=Q(lifted_on__isnull=True), name="hold_matter_once"),
            models.UniqueConstraint(fields=["report"], condition=Q(lifted_on__isnull=True), name="hold_report_once"),
        ]

    def __str__(self) -> str:
        return self.authority


class ErasureRun(Row):
    """What one run erased at an office. ``finished_at`` None: it goes on, or was killed and the next run finishes it.

    ``counts``: rule → {"records", "rows", "files", "details"}. ``listed``: SHA-256 over the list of the certificate.
    """

    started_at = models.DateTimeField()
    ran_on = models.DateField()
    finished_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    sequence = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    counts = models.JSONField(default=dict)
    listed = models.CharField(max_length=64, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    blob = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(finished_at__isnull=True), name="erasure_run_open_once"
            ),
            models.UniqueConstraint(fields=["organisation", "year", "sequence"], name="erasure_number_once"),
        ]
        indexes = [models.Index(fields=["organisation", "-started_at", "-id"], name="erasure_newest")]

    def __str__(self) -> str:
        return self.number or f"{self.started_at}"


class ErasedRecord(Row):
    """One matter, report or identity whose content is gone. ``named``: its number, which is nobody's name.

    ``files``: blobs whose rows no longer name them; empty once they are deleted, too.
    """

    run = models.ForeignKey("cases.ErasureRun", on_delete=models.PROTECT, related_name="records")
    rule = models.CharField(max_length=40)
    named = models.CharField(max_length=60)
    matter = models.ForeignKey("cases.Matter", null=True, on_delete=models.PROTECT, related_name="erasures")
    report = models.ForeignKey("reports.Report", null=True, on_delete=models.PROTECT, related_name="erasures")
    erased_at = models.DateTimeField()
    erased_on = models.DateField()
    counts = models.JSONField(default=dict)
    files = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rule", "matter"], name="erased_matter_once"),
            models.UniqueConstraint(fields=["rule", "report"], name="erased_report_once"),
        ]
        indexes = [models.Index(fields=["run", "id"], name="erased_of_run")]

    def __str__(self) -> str:
        return f"{self.rule} {self.named}"
