"""Invented boundaries of the invented city, brought as an operator brings real ones. They lie in the sea."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

from sinetra.apps.registry.imports.boundaries import import_boundaries
from sinetra.apps.registry.own_boundaries import own_boundaries, stamp
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.errors import Forbidden, gettext_noop

CITY = "99.71"
SOURCE = gettext_noop("rekaan untuk latihan")
FILES = {
    RegionLevel.DISTRICT: "cendana_kecamatan.geojson",
    RegionLevel.VILLAGE: "cendana_kelurahan.geojson",
}


def load_boundaries(folder: Path, *, now: datetime) -> int:
    """How many files were brought; none again. Errors: ``Forbidden`` outside ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    held = own_boundaries(stamp())
    missing = [name for level, name in FILES.items() if (level, CITY) not in held]
    for name in missing:
        import_boundaries(folder / name, source=SOURCE, now=now)
    return len(missing)
