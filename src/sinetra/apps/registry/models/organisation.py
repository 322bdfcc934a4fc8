"""An office that acts under its own name: a Bawaslu, a local government, BKN. The owner of every domain row."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel, ZoneName, choices


class Organisation(Row):
    """It is its own ``organisation``, so that its audit chain begins with its own creation.

    ``public_key`` (Ed25519, 32 bytes) verifies the packages that it sends; None until it has exchanged one.
    ``zone`` is empty where the zone of the region holds; ``work_week`` is 5 (Monday to Friday) or 6 (to Saturday).
    """

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=choices(OrganisationKind))
    level = models.CharField(max_length=10, choices=choices(OrganisationLevel))
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    public_key = models.BinaryField(max_length=32, null=True)
    is_demo = models.BooleanField(default=False)
    zone = models.CharField(max_length=4, blank=True, default="", choices=choices(ZoneName))
    work_week = models.PositiveSmallIntegerField(default=5)

    class Meta:
        indexes = [models.Index(fields=["kind", "region"], name="organisation_kind_region")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="organisation_once"),
            models.CheckConstraint(condition=Q(organisation=models.F("id")), name="organisation_owns_itself"),
            models.CheckConstraint(condition=Q(work_week__in=(5, 6)), name="organisation_week_of_5_or_6"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.__dict__.get("organisation_id", self) is None:
            self.organisation_id = self.id

    def __str__(self) -> str:
        return self.short_name or self.name
