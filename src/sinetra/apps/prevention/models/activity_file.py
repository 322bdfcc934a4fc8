"""Materials, photos and scanned minutes of an activity."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class ActivityFile(Row):
    """``blob`` is the SHA-256 of what is kept; a picture is kept drawn anew, without what the camera wrote into it."""

    class Kind(models.TextChoices):
        MATERIAL = "materi"
        PHOTO = "foto"
        MINUTES = "notula"

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    octets = models.PositiveBigIntegerField()
    blob = models.CharField(max_length=64)
    added_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["activity", "-id"], name="file_of_activity")]

    def __str__(self) -> str:
        return self.name
