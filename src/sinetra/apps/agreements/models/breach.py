"""Personal data came to people who must not have them (UU 27/2022 article 46)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row


class Breach(Row):
    """``known_at``: the instant from which the hours run. ``told_sealed``: which data, when and how, handling, in
    words. ``people_count``: how many people, None while nobody knows. The two notices went out on
    ``…_told_at``, each with the number of its letter or another note.
    """

    known_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_sealed = models.BinaryField()
    people_count = models.PositiveIntegerField(null=True)
    persons_told_at = models.DateTimeField(null=True)
    authority_told_at = models.DateTimeField(null=True)
    persons_note = models.CharField(max_length=300, blank=True, default="")
    authority_note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="breach_newest"),
            models.Index(
                fields=["organisation", "known_at"],
                condition=Q(persons_told_at__isnull=True) | Q(authority_told_at__isnull=True),
                name="breach_untold",
            ),
        ]

    def __str__(self) -> str:
        return f"breach known at {self.known_at:%Y-%m-%d %H:%M}"
