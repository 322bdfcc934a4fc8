"""The oath and the pledge: dated texts of an agency, and who has signed them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import choices
from sinetra.core.law.words import Position, SubjectStatus


class PledgeText(Row):
    """One version of an *ikrar* or *pakta integritas* of an agency: drafted by one person, published by another.

    A published version is never altered: a later one takes its place from ``in_force_from`` on, and each signature
    stays with the version that was signed. ``written_part`` is the sentence that the signer writes out: who only ticks
    a box does not remember it.
    """

    class Kind(models.TextChoices):
        OATH = "ikrar"
        PLEDGE = "pakta_integritas"

    kind = models.CharField(max_length=16, choices=Kind.choices)
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    body = models.TextField()
    written_part = models.CharField(max_length=300)
    in_force_from = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "number"], name="pledge_version_once"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")), name="pledge_two_persons"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(in_force_from__isnull=False), name="pledge_has_a_first_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class PledgeSignature(Row):
    """Somebody signed. Not having signed is no fact anywhere: there is no row for it, and no page of a case, decision
    or index reads this table (a test holds that).

    ``unit``, ``status``, ``position`` are those of the day; ``unit_text`` is the unit's name on that day.
    ``is_leader``: led the unit on that day, so that from then on its people may sign. ``activity``: where it was
    signed, when at one. ``scan``: the sealed picture of the signed sheet in the blob store, for who signed on paper.
    """

    class Way(models.TextChoices):
        CODE = "code"
        PAPER = "paper"

    text = models.ForeignKey(PledgeText, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    unit_text = models.CharField(max_length=200, blank=True, default="")
    status = models.CharField(max_length=24, choices=choices(SubjectStatus), blank=True, default="")
    position = models.CharField(max_length=16, choices=choices(Position), blank=True, default="")
    is_leader = models.BooleanField(default=False)
    way = models.CharField(max_length=8, choices=Way.choices)
    signed_on = models.DateField()
    activity = models.ForeignKey("prevention.Activity", null=True, on_delete=models.PROTECT, related_name="+")
    scan = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "person"], condition=Q(person__isnull=False), name="pledge_person_once"
            ),
            models.UniqueConstraint(
                fields=["text", "name_key", "unit_text"], condition=Q(person__isnull=True), name="pledge_name_once"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "text"], name="pledge_of_unit"),
            models.Index(fields=["created_at", "id"], name="pledge_to_erase"),
        ]

    def __str__(self) -> str:
        return self.name
