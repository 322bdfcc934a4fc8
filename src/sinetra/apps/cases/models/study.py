"""Kajian: what the law engine found in a matter, what its author says to each finding, and what they propose."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import choices
from sinetra.core.casework.plenary import Decision


class Study(Row):
    """One version, never changed: a correction is the next ``edition``. ``engine`` and ``catalogue`` (SHA-256) say
    what the findings were computed from; ``tracks`` are those of what was accepted or added.

    The facts, the findings with their decisions and the text name people: they are sealed.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="studies")
    edition = models.PositiveSmallIntegerField()
    engine = models.CharField(max_length=40, blank=True, default="")
    catalogue = models.CharField(max_length=64)
    proposal = models.CharField(max_length=16, choices=choices(Decision))
    tracks = models.JSONField(default=list)
    accepted = models.PositiveSmallIntegerField()
    overruled = models.PositiveSmallIntegerField()
    added = models.PositiveSmallIntegerField()
    written_sealed = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    written_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "edition"], name="study_edition_once")]

    def __str__(self) -> str:
        return f"{self.edition}: {self.proposal}"
