"""A part of an organisation, as a tree: dinas, kecamatan, kelurahan, school."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import UnitKind, choices


class Unit(Row):
    """``code`` is the office's own short code, the handle of the import; unique in the organisation."""

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=choices(UnitKind))
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="unit_code_once")]

    def __str__(self) -> str:
        return self.name
