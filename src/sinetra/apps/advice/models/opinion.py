"""An advisory opinion in general words, for everybody: written by one person, checked by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.base.row import Row


class Opinion(Row):
    """``norms`` are ids of the catalogue, in force on ``law_date``. It does not know from which question it grew.

    ``search_text`` holds title, texts and norms in small letters. ``reason`` says why it was withdrawn; empty when
    the law changed.
    """

    state = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in OpinionState], default=OpinionState.DRAFT
    )
    title = models.CharField(max_length=160)
    question = models.TextField()
    answer = models.TextField()
    law_date = models.DateField()
    norms = models.JSONField(default=list)
    search_text = models.TextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["state", "-published_on", "-id"], name="opinion_library"),
            models.Index(fields=["organisation", "-id"], name="opinion_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")), name="opinion_two_persons"
            )
        ]

    def __str__(self) -> str:
        return self.title
