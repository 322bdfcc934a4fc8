"""Rapat pleno: who sat, how each voted, who dissented, and what was decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Seat, choices
from sinetra.core.casework.plenary import Decision, Vote


class Plenary(Row):
    """``members`` of the office that day, also those who stepped aside; ``needed``: the quorum by the rule of that
    day. ``tracks``: what a proven matter opens. ``study`` None: one that other law took before its registration.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="plenaries")
    study = models.ForeignKey("cases.Study", null=True, on_delete=models.PROTECT, related_name="plenaries")
    sequence = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    decision = models.CharField(max_length=16, choices=choices(Decision))
    tracks = models.JSONField(default=list)
    members = models.PositiveSmallIntegerField()
    needed = models.PositiveSmallIntegerField()
    reason_sealed = models.BinaryField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "sequence"], name="plenary_once")]

    def __str__(self) -> str:
        return f"{self.held_on}: {self.decision}"


class PlenarySeat(Row):
    """One member of the office on the day of the plenary. ``vote`` is empty for who did not sit."""

    plenary = models.ForeignKey(Plenary, on_delete=models.PROTECT, related_name="seats")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seat = models.CharField(max_length=8, choices=choices(Seat))
    vote = models.CharField(max_length=8, choices=choices(Vote), blank=True, default="")
    dissent_sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plenary", "member"], name="plenary_seat_once")]

    def __str__(self) -> str:
        return f"{self.seat} {self.vote}".strip()
