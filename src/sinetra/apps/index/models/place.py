"""Where one unit stands in one run, with all that went in: part of the run, written with it and never after."""

from __future__ import annotations

from django.db import models

from sinetra.apps.index.models.kept import Kept


class IndexPlace(Kept):
    """``organisation``: that of the run. ``office``: whose part the unit is, None for a region.

    ``place`` numbers the units of a run from 1 in the order of the list. ``given``: what went in
    (``core.index.inputs.Unit``), ``told``: what came out (``core.index.result.Placed``); the run holds the SHA-256 of
    both over all units. ``zone``, ``group`` and ``score`` are those of ``told``. No row says anything about a person.
    """

    run = models.ForeignKey("index.IndexRun", on_delete=models.PROTECT, related_name="places")
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    office = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    code = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8)
    parent = models.CharField(max_length=80, blank=True, default="")
    zone = models.CharField(max_length=8)
    score = models.FloatField(null=True)
    given = models.JSONField()
    told = models.JSONField()

    class Meta(Kept.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["run", "code"], name="index_place_once"),
            models.UniqueConstraint(fields=["run", "place"], name="index_place_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.zone}"
