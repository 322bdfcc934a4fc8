"""A pair of candidates in an election of a region, or the empty column that stands against a single pair."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import choices
from sinetra.core.clock.confidence import Confidence

#: Task of the outbox after a pair was stored: who orders by incumbents in the race does so again.
BALLOT_CHANGED = "registry.ballot_changed"


class ElectionPair(Row):
    """``election`` is the id of a timetable. ``number`` is None until the lots are drawn; an empty column has no names.

    ``organisation`` is the one that entered it; a pair stands once in an installation.
    ``runs_from``: since when they are on record as a pair (registration or determination); None is not known.
    ``withdrawn_on``: the pair no longer runs from that day (cancelled, replaced, died); the row stays.
    """

    election = models.CharField(max_length=60)
    region = models.ForeignKey("registry.Region", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(null=True)
    head_name = models.CharField(max_length=200, blank=True, default="")
    deputy_name = models.CharField(max_length=200, blank=True, default="")
    head_is_incumbent = models.BooleanField(default=False)
    deputy_is_incumbent = models.BooleanField(default=False)
    is_empty_column = models.BooleanField(default=False)
    runs_from = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=16, choices=choices(Confidence), default=Confidence.UNCHECKED)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "region", "number"],
                condition=Q(number__isnull=False),
                name="pair_number_once",
            ),
            models.CheckConstraint(
                condition=Q(is_empty_column=True, head_name="", deputy_name="")
                | (Q(is_empty_column=False) & ~Q(head_name="")),
                name="pair_has_a_name_or_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.election} {self.region_id} {self.number or '-'}"

    @property
    def has_incumbent(self) -> bool:
        return self.head_is_incumbent or self.deputy_is_incumbent

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.head_name, self.deputy_name) if name)
