"""A certificate of attendance. What is printed on it stands here, so that it can be printed again in the same bytes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import HeldKind, choices


class Certificate(Row):
    """``code_hash`` is the keyed hash of the code on the paper; the code itself is derived anew for printing.

    ``title``, ``issuer``, ``name``, days and signatory are as printed, whatever becomes of the rows they came from.
    ``reason`` says why it was revoked; only the office reads it.
    """

    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="certificates")
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    unit_text = models.CharField(max_length=200, blank=True, default="")
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=60)
    code_hash = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=300)
    issuer = models.CharField(max_length=200)
    held_on = models.DateField(null=True)
    held_until = models.DateField(null=True)
    place = models.CharField(max_length=300, blank=True, default="")
    signatory_name = models.CharField(max_length=200)
    signatory_title = models.CharField(max_length=200)
    signatory_kind = models.CharField(max_length=12, choices=choices(HeldKind), default=HeldKind.DEFINITIVE)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "sequence"], name="certificate_number_once"),
            models.UniqueConstraint(
                fields=["activity", "person"],
                condition=Q(person__isnull=False, revoked_at__isnull=True),
                name="certificate_person_once",
            ),
            models.UniqueConstraint(
                fields=["activity", "name_key", "unit_text"],
                condition=Q(person__isnull=True, revoked_at__isnull=True),
                name="certificate_name_once",
            ),
        ]
        indexes = [
            models.Index(fields=["activity", "sequence", "id"], name="certificate_of_activity"),
            models.Index(fields=["created_at", "id"], name="certificate_to_erase"),
        ]

    def __str__(self) -> str:
        return self.number
