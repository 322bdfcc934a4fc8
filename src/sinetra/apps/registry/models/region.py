"""A province, regency or city, district, village, by its official code. Reference data: no organisation owns it."""

from __future__ import annotations

from django.db import models

from sinetra.apps.registry.vocabulary import RegionLevel, choices


class Region(models.Model):
    """``code`` is the official one, for example 63.72.01. ``edition`` names the list that last held the code.

    Codes are dated: an older election may name a code that the current list no longer holds; such rows stay.
    ``search_name`` is the name in lower case without "Kabupaten" or "Kota".
    """

    code = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=120, db_index=True)
    level = models.CharField(max_length=8, choices=choices(RegionLevel))
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    edition = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["level", "code"], name="region_level")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    @property
    def is_demo(self) -> bool:
        """No code beginning with 99 is given to a real province."""
        return self.code.startswith("99")
