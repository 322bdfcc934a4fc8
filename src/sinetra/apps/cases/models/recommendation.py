"""A recommendation that an office sent, what the addressee answered last, and the rungs taken when nothing came."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import Answer, choices


class Recommendation(Row):
    """It holds no name of a person: number, day, addressee, and how many people it is about.

    ``due_on`` is None where no rule was in force; ``due_told`` is the computed deadline (``reports.law_clock.Due``),
    counted from ``received_on``, else from the day of the letter. ``decided_on`` set: nothing is waited for any more.
    ``track``: of the matter that it was made in, where that is known here.
    """

    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    addressee = models.CharField(max_length=200)
    persons = models.PositiveIntegerField(default=1)
    received_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    due_told = models.JSONField(null=True)
    answer = models.CharField(max_length=12, choices=choices(Answer), default=Answer.NONE)
    answered_on = models.DateField(null=True)
    answer_letter = models.CharField(max_length=120, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")
    decided_on = models.DateField(null=True)
    track = models.OneToOneField("cases.Track", null=True, on_delete=models.PROTECT, related_name="recommendation")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number", "dated_on", "addressee"], name="recommendation_once"
            ),
            models.CheckConstraint(condition=Q(persons__gte=1), name="recommendation_of_somebody"),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "dated_on", "id"],
                condition=Q(decided_on__isnull=True),
                name="recommendation_open",
            ),
            models.Index(fields=["organisation", "addressee", "dated_on", "id"], name="recommendation_of_addressee"),
            models.Index(fields=["organisation", "-dated_on", "-id"], name="recommendation_newest"),
        ]

    def __str__(self) -> str:
        return self.number


class LadderLetter(Row):
    """A letter of the office itself about one or several recommendations, as it was issued.

    ``content``: ``core.documents.reminder.ReminderLetter``; the same content gives the same bytes.
    """

    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    recipient = models.CharField(max_length=200)
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number", "dated_on"], name="ladder_letter_once")
        ]

    def __str__(self) -> str:
        return self.number


class LadderStep(Row):
    """One rung of the ladder of follow-up (catalogue ``casework.yaml``): by which letter, of which day, to whom.

    ``issuer``: who wrote it; empty: the office itself. ``document``: where the letter was made here.
    """

    recommendation = models.ForeignKey("cases.Recommendation", on_delete=models.PROTECT, related_name="rungs")
    rung = models.CharField(max_length=24)
    letter = models.CharField(max_length=120)
    dated_on = models.DateField()
    recipient = models.CharField(max_length=200)
    issuer = models.CharField(max_length=200, blank=True, default="")
    document = models.ForeignKey("cases.LadderLetter", null=True, on_delete=models.PROTECT, related_name="steps")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "rung"], name="ladder_rung_once")]

    def __str__(self) -> str:
        return f"{self.rung} {self.letter}"
