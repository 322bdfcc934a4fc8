"""What an official has said about one requirement of a matter."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import choices
from sinetra.core.casework.checklist import Answer


class ChecklistAnswer(Row):
    """``requirement`` is an id of the catalogue. A note may name people: it is sealed."""

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="answers")
    requirement = models.CharField(max_length=40)
    answer = models.CharField(max_length=8, choices=choices(Answer))
    note_sealed = models.BinaryField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "requirement"], name="checklist_answer_once")]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.answer}"
