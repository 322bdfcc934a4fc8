"""The signed paper of a session, photographed or scanned: where entries of a paper list come from."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class AttendanceSheet(Row):
    """``scan`` names the sealed file among the blobs; ``media_type`` is what its content showed, not its name."""

    session = models.ForeignKey("prevention.ActivitySession", on_delete=models.PROTECT, related_name="sheets")
    scan = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40)
    octets = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "scan"], name="attendance_sheet_once")]

    def __str__(self) -> str:
        return self.scan[:12]
