"""Which Bawaslu is asked: the nearest of the register at or above the region of the office."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.packages import Party

# Where the register has none: the letter that comes back is recorded all the same.
UNNAMED = "Bawaslu"


def bawaslu_for(office: Organisation) -> Party:
    above = _regions(office)
    rows = {row.region_id: row for row in bawaslu_above(office)}
    found = next((rows[code] for code in [*above, None] if code in rows), None)
    return Party(kind=OrganisationKind.BAWASLU, name=found.name if found else UNNAMED)


def bawaslu_above(office: Organisation) -> QuerySet[Organisation]:
    """Those that could be asked: the register holds every district of the country."""
    around = Q(region_id__in=_regions(office)) | Q(region=None)
    return Organisation.objects.filter(around, kind=OrganisationKind.BAWASLU).order_by("-id")


def _regions(office: Organisation) -> list[str]:
    """The region of the office and those around it, the nearest first."""
    parts = (office.region_id or "").split(".")
    return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
