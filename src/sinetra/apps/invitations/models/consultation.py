"""One adviser asked about one invitation: the team's own, what was sent to Bawaslu, or Bawaslu's own copy."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.invitations.models.invitation import Invitation
from sinetra.apps.invitations.vocabulary import Adviser, Source, Way

LONGEST_NAME = 200


class Consultation(Row):
    """``organisation`` is the office that reads the row. ``invitation`` is None on a received copy: what it is about
    stands in the package.

    ``days`` and ``due_on`` are what the asker was promised, so they stay when the office sets another time; they are
    explained by ``work_week`` and ``zone``, those of whoever promised.
    ``package_sealed``: the signed package as sent or received; ``reply_sealed``: the one that answered it.
    ``advice_sealed``: ``told.Advice``. ``counterpart_name``: the other side of a package.
    ``advised_*``: when it was given, of a package by the word of its sender. ``arrived_*``: when it could be read here.
    ``taken_*``: when the team first took the package for a Bawaslu that lives elsewhere.
    ``letter_sealed``: the letter of Bawaslu that stood at the decision, beside the package that came after it.
    """

    invitation = models.ForeignKey(Invitation, null=True, on_delete=models.PROTECT, related_name="consultations")
    adviser = models.CharField(max_length=8, choices=[(item.value, item.value) for item in Adviser])
    way = models.CharField(max_length=8, choices=[(item.value, item.value) for item in Way])
    counterpart_kind = models.CharField(max_length=24, blank=True, default="")
    counterpart_name = models.CharField(max_length=LONGEST_NAME, blank=True, default="")
    asked_on = models.DateField()
    event_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    work_week = models.PositiveSmallIntegerField(default=5)
    zone = models.CharField(max_length=64, blank=True, default="")
    due_on = models.DateField()
    package_id = models.UUIDField(null=True)
    package_digest = models.CharField(max_length=64, blank=True, default="")
    package_sealed = models.BinaryField(null=True)
    taken_on = models.DateField(null=True)
    taken_at = models.DateTimeField(null=True)
    reply_sealed = models.BinaryField(null=True)
    advice_sealed = models.BinaryField(null=True)
    source = models.CharField(
        max_length=8, choices=[(item.value, item.value) for item in Source], blank=True, default=""
    )
    advised_on = models.DateField(null=True)
    advised_at = models.DateTimeField(null=True)
    arrived_on = models.DateField(null=True)
    arrived_at = models.DateTimeField(null=True)
    letter_sealed = models.BinaryField(null=True)
    advised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "way", "package_id"], name="consultation_package_once"),
        ]
        indexes = [
            models.Index(fields=["organisation", "asked_on", "id"], name="consultation_worklist"),
            models.Index(fields=["way", "advised_at"], name="consultation_to_erase"),
        ]

    def __str__(self) -> str:
        return f"{self.adviser} asked on {self.asked_on}"
