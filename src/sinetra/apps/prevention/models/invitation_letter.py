"""A letter that invites units to an activity."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class InvitationLetter(Row):
    """``content`` is what the letter says (core.documents.letter), frozen when it was issued: the same letter can be
    printed for ever. To whom it went stands in ``ActivityUnit.letter``."""

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="letters")
    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    content = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="invitation_number_once")]
        indexes = [models.Index(fields=["activity", "-id"], name="letter_of_activity")]

    def __str__(self) -> str:
        return self.number
