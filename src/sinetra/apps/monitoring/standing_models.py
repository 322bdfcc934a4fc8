"""Where cases, persons or acts stand, as a body published it on a day."""

from __future__ import annotations

from typing import Any

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.core.casework.standing import Line, Standing, Status, Unit


class PublishedStanding(Row):
    """``lines``: status, count, ``within`` (a status or null) and ``outside``. Each unit is a row of its own and is
    never added to another."""

    body = models.CharField(max_length=200)
    as_of = models.DateField()
    unit = models.CharField(max_length=8, choices=[(unit.value, unit.value) for unit in Unit])
    total = models.PositiveIntegerField()
    lines = models.JSONField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "body", "as_of", "unit"], name="standing_once")]
        indexes = [models.Index(fields=["organisation", "-as_of", "-id"], name="standing_newest")]

    def __str__(self) -> str:
        return f"{self.body} {self.as_of} {self.unit}"

    @property
    def standing(self) -> Standing:
        return Standing(unit=Unit(self.unit), total=self.total, lines=tuple(map(_line, self.lines)))


def _line(told: dict[str, Any]) -> Line:
    within = told["within"]
    return Line(
        status=Status(told["status"]),
        count=told["count"],
        within=None if within is None else Status(within),
        outside=told["outside"],
    )
