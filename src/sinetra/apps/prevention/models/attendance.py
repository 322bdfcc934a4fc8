"""Somebody came to a session. One person counts once in a session, however often they check in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import choices
from sinetra.core.law.words import Position, SubjectStatus


class Attendance(Row):
    """``person`` when the registry knows them; otherwise ``name`` and unit as they said it.

    ``name``, ``unit``, ``status`` and ``position`` are those of that day. ``name_key`` is the name in lower case
    without titles and double spaces, so that "SITI  aminah" is counted once. ``link_hash`` is the keyed hash of the
    participant's link to this activity, empty for who got none. Whether a test was taken is kept, the score is not.

    ``number`` is the NIP that was typed, kept only while no person of the registry has it; then ``name`` may be empty
    and ``name_key`` is ``#`` with the number. ``said`` is what identified them at the check-in (number, or name and
    unit), so that the same words find the row again also after it was matched to a person.
    """

    class Way(models.TextChoices):
        QR = "qr"
        LINK = "link"
        LIST = "list"
        PAPER = "paper"
        OFFLINE = "offline"

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="attendances")
    session = models.ForeignKey("prevention.ActivitySession", on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    unit_text = models.CharField(max_length=200, blank=True, default="")
    status = models.CharField(max_length=24, choices=choices(SubjectStatus), blank=True, default="")
    position = models.CharField(max_length=16, choices=choices(Position), blank=True, default="")
    way = models.CharField(max_length=8, choices=Way.choices)
    came_at = models.DateTimeField()
    is_walk_in = models.BooleanField(default=False)
    link_hash = models.CharField(max_length=64, blank=True, default="")
    took_before = models.BooleanField(default=False)
    took_after = models.BooleanField(default=False)
    number = models.CharField(max_length=18, blank=True, default="")
    said = models.CharField(max_length=420, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], condition=Q(person__isnull=False), name="attendance_person_once"
            ),
            models.UniqueConstraint(
                fields=["session", "name_key", "unit_text"],
                condition=Q(person__isnull=True),
                name="attendance_name_once",
            ),
            models.UniqueConstraint(fields=["link_hash"], condition=~Q(link_hash=""), name="attendance_link_once"),
            models.UniqueConstraint(fields=["session", "said"], condition=~Q(said=""), name="attendance_said_once"),
        ]
        indexes = [
            models.Index(fields=["activity", "-id"], name="attendance_of_activity"),
            models.Index(fields=["person", "-came_at"], name="attendance_of_person"),
        ]

    def __str__(self) -> str:
        return self.name or f"NIP {self.number}"
