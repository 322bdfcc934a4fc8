"""One computation of the index as it was published. Never changed: a later one stands beside it."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.index.models.kept import Kept


class IndexRun(Kept, Row):
    """``organisation``: the office that had it computed. ``day``: the cut-off of the data, a legal date.

    ``configuration`` is the id of the method, ``method_digest`` its SHA-256; ``inputs_digest`` is that of all that went
    in, ``result_digest`` of all that came out (``IndexPlace.told``). ``seed`` and ``draws`` let anybody
    compute it again. ``zones``: how many units are in each.
    """

    day = models.DateField()
    computed_at = models.DateTimeField()
    configuration = models.CharField(max_length=60)
    method_digest = models.CharField(max_length=64)
    inputs_digest = models.CharField(max_length=64)
    result_digest = models.CharField(max_length=64)
    seed = models.BigIntegerField()
    draws = models.PositiveIntegerField()
    zones = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.configuration} {self.day}"
