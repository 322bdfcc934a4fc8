"""One computation of the index as it was published. Never changed: a later one stands beside it."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class IndexRun(Row):
    """``organisation``: the office that had it computed. ``day``: the cut-off of the data, a legal date.

    ``configuration`` is the id of the method, ``digest`` its SHA-256; ``inputs`` the SHA-256 of all that went in,
    ``result`` of all that came out (``IndexPlace.told``). With ``seed`` and ``draws`` anybody can compute it again.
    ``zones``: how many units are in each.
    """

    day = models.DateField()
    computed_at = models.DateTimeField()
    configuration = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    inputs = models.CharField(max_length=64)
    result = models.CharField(max_length=64)
    seed = models.BigIntegerField()
    draws = models.PositiveIntegerField()
    zones = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.configuration} {self.day}"
