"""Somebody who works in an organisation, with the numbers that they have or had."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import choices
from sinetra.core.law.words import Position, SubjectStatus


class Person(Row):
    """``nip`` is the current number (NIP of a PNS or NI of a PPPK), empty for those who have none.

    A PPPK gets a new number with a contract elsewhere; earlier numbers are kept as ``PersonNumber``.
    """

    name = models.CharField(max_length=200)
    status = models.CharField(max_length=24, choices=choices(SubjectStatus))
    nip = models.CharField(max_length=18, blank=True, default="")
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="people")
    position = models.CharField(max_length=16, choices=choices(Position), default=Position.OTHER)
    position_title = models.CharField(max_length=200, blank=True, default="")
    is_active = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "name", "id"], name="person_by_name"),
            # The unique index below is partial; SQLite does not use it for ``nip = ?``.
            models.Index(fields=["organisation", "nip"], name="person_by_nip"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "nip"], condition=~Q(nip=""), name="person_nip_once")
        ]

    def __str__(self) -> str:
        return self.name


class PersonNumber(Row):
    """An earlier number of a person, with the day on which another took its place."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="earlier_numbers")
    number = models.CharField(max_length=18)
    until_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "number"], name="person_earlier_number")]

    def __str__(self) -> str:
        return self.number
