"""Which Bawaslu is asked: the nearest of the register at or above the region of the office."""

from __future__ import annotations

from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.packages import Party

# Where the register has none: the letter that comes back is recorded all the same.
UNNAMED = "Bawaslu"


def bawaslu_for(office: Organisation) -> Party:
    rows = {row.region_id: row for row in Organisation.objects.filter(kind=OrganisationKind.BAWASLU).order_by("-id")}
    parts = (office.region_id or "").split(".")
    chain: list[str | None] = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    found = next((rows[code] for code in [*chain, None] if code in rows), None)
    return Party(kind=OrganisationKind.BAWASLU, name=found.name if found else UNNAMED)
