"""What was found out about one file while it was cleaned: its metadata, its likeness, why there is no copy."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.evidence.vocabulary import CleanRefusal
from sinetra.apps.reports.vocabulary import choices


class Inspection(Row):
    """One for each file, made once. ``refusal`` is empty when there is a cleaned copy.

    ``metadata_sealed``: list of name and value as the original told them; empty when nobody read them.
    ``likeness_sealed``: hashes of the picture (``core.evidence.likeness``), empty for other kinds; they tell no person,
    and nothing is looked for in faces.
    """

    evidence = models.OneToOneField("evidence.Evidence", on_delete=models.PROTECT, related_name="inspection")
    refusal = models.CharField(max_length=8, choices=choices(CleanRefusal), blank=True, default="")
    metadata_sealed = models.BinaryField(default=b"")
    likeness_sealed = models.BinaryField(default=b"")
    inspected_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="inspection_newest")]

    def __str__(self) -> str:
        return f"inspection of {self.evidence_id}"


class Likeness(Row):
    """Two pictures of one office that a person should compare. ``distance``: bits of 128 that differ."""

    one = models.ForeignKey("evidence.Evidence", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("evidence.Evidence", on_delete=models.PROTECT, related_name="+")
    distance = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_likeness_of_two"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="likeness_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.distance} {self.other_id}"
