"""A file that belongs to a circular; what it is was read from its content."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class CircularAnnex(Row):
    """``sha256`` names the blob; ``name`` is the title that people read, never a path."""

    circular = models.ForeignKey("prevention.Circular", on_delete=models.PROTECT, related_name="annexes")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    octets = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circular", "place"], name="circular_annex_place")]

    def __str__(self) -> str:
        return self.name
