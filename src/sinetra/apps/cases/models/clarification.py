"""Somebody is asked for a statement in a matter: invited for a day and an hour, then heard or not."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Attendance, InvitedBy, Whom, choices


class Clarification(Row):
    """``call`` is 1 for a first invitation and one more than that of ``follows``, to which nobody came.

    ``told_sealed``: who is invited and where to; a reporter has no name here. ``attendance`` empty: not recorded yet.
    ``heard_sealed``: oath, companion, questions and answers, or why nobody was heard. ``examiners``: ids of accounts.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="clarifications")
    whom = models.CharField(max_length=12, choices=choices(Whom))
    call = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="followed_by")
    held_at = models.DateTimeField()
    held_on = models.DateField()
    told_sealed = models.BinaryField()
    invited_on = models.DateField(null=True)
    invited_by = models.CharField(max_length=8, choices=choices(InvitedBy), blank=True, default="")
    attendance = models.CharField(max_length=12, choices=choices(Attendance), blank=True, default="")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    examiners = models.JSONField(default=list)
    heard_sealed = models.BinaryField(null=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["matter", "held_at", "id"], name="clarification_of_matter")]

    def __str__(self) -> str:
        return f"{self.held_on} {self.whom}"
