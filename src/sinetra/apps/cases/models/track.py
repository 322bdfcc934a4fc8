"""One of the ways on which a matter goes on side by side: to whom, who decides there, what goes out, how it ended."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import TrackOutcome, TrackState, choices
from sinetra.core.casework.states import Product
from sinetra.core.law.words import BodyCode, SubjectStatus
from sinetra.core.law.words import Track as TrackKind


class Track(Row):
    """``subject``: status of those it is about; empty: of everybody reported.

    ``route`` (id in the catalogue), ``receives``, ``decides`` and ``product`` are what held on the day on which the
    plenary opened it, or on which it was sent to a body that has taken the place of another. Its deadlines are the
    clocks that name it. ``hand_over``: the last package. ``letter``: by which the receiver said how it ended.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="tracks")
    kind = models.CharField(max_length=24, choices=choices(TrackKind))
    subject = models.CharField(max_length=24, choices=choices(SubjectStatus), blank=True, default="")
    route = models.CharField(max_length=60)
    receives = models.CharField(max_length=24, choices=choices(BodyCode))
    decides = models.CharField(max_length=24, choices=choices(BodyCode))
    product = models.CharField(max_length=16, choices=choices(Product))
    state = models.CharField(max_length=12, choices=choices(TrackState), default=TrackState.OPEN)
    opened_on = models.DateField()
    hand_over = models.OneToOneField("cases.HandOver", null=True, on_delete=models.PROTECT, related_name="track")
    outcome = models.CharField(max_length=16, choices=choices(TrackOutcome), blank=True, default="")
    ended_on = models.DateField(null=True)
    letter = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "kind", "subject"], name="track_once"),
            models.CheckConstraint(
                condition=Q(state=TrackState.ENDED, ended_on__isnull=False) & ~Q(outcome="")
                | ~Q(state=TrackState.ENDED) & Q(ended_on__isnull=True, outcome=""),
                name="track_ends_somehow",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} ({self.state})"
