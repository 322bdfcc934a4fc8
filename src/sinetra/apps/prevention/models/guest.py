"""Who comes along and who speaks: roles first, names where they are known."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Delegate(Row):
    """A role of the delegation (*rombongan*), such as "Kepala Badan Kesbangpol"; ``place`` orders from 1."""

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="delegates")
    place = models.PositiveSmallIntegerField(default=1)
    role = models.CharField(max_length=200)
    name = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["activity", "place", "id"], name="delegate_in_order")]

    def __str__(self) -> str:
        return self.role


class Speaker(Row):
    """A *narasumber*. The press often names only the institution; then ``name`` is empty."""

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="named_speakers")
    place = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200, blank=True, default="")
    institution = models.CharField(max_length=200, blank=True, default="")
    topic = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["activity", "place", "id"], name="speaker_in_order")]

    def __str__(self) -> str:
        return self.name or self.institution
