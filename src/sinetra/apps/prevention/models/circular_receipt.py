"""A unit, or somebody of it, states that a circular has reached them. Each counts once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class CircularReceipt(Row):
    """``is_unit``: the unit as such, through its organiser or on paper that the officer records (``proof``, a blob).

    Otherwise a person: ``person`` when the registry knows them, else ``name`` and unit as they said it.
    Not having stated it is no row and no fact anywhere.
    """

    class Way(models.TextChoices):
        ORGANISER = "organiser"
        OFFICER = "officer"
        LINK = "link"

    circular = models.ForeignKey("prevention.Circular", on_delete=models.PROTECT, related_name="receipts")
    is_unit = models.BooleanField(default=False)
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    unit_text = models.CharField(max_length=200, blank=True, default="")
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    name_key = models.CharField(max_length=200, blank=True, default="")
    way = models.CharField(max_length=10, choices=Way.choices)
    received_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")
    proof = models.CharField(max_length=64, blank=True, default="")
    proof_type = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circular", "unit"], condition=Q(is_unit=True), name="circular_receipt_unit_once"
            ),
            models.UniqueConstraint(
                fields=["circular", "person"], condition=Q(person__isnull=False), name="circular_receipt_person_once"
            ),
            models.UniqueConstraint(
                fields=["circular", "name_key", "unit_text"],
                condition=Q(is_unit=False, person__isnull=True),
                name="circular_receipt_name_once",
            ),
            models.CheckConstraint(
                condition=Q(is_unit=True, unit__isnull=False, person__isnull=True, name="")
                | (Q(is_unit=False) & ~Q(name="")),
                name="circular_receipt_unit_or_person",
            ),
        ]
        indexes = [models.Index(fields=["circular", "unit", "is_unit"], name="circular_receipt_of_unit")]

    def __str__(self) -> str:
        return self.name or str(self.unit_id)
