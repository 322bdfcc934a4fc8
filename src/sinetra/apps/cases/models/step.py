"""One line of a timeline: of a report before it is a matter, then of the matter."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import StepCode, choices


class Step(Row):
    """``place`` orders steps of the same instant. ``public_text``: the reporter reads it too. ``params`` fill the
    message and hold no name of a person.
    """

    report = models.ForeignKey("reports.Report", null=True, on_delete=models.PROTECT, related_name="steps")
    matter = models.ForeignKey("cases.Matter", null=True, on_delete=models.PROTECT, related_name="steps")
    code = models.CharField(max_length=32, choices=choices(StepCode))
    params = models.JSONField(default=dict)
    public_text = models.BooleanField(default=False)
    at = models.DateTimeField()
    on = models.DateField()
    place = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["matter", "at", "place"], name="step_of_matter"),
            models.Index(fields=["report", "at", "place"], name="step_of_report"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.code}"
