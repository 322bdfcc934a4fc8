"""The one region that somebody means, by its code or its name."""

from __future__ import annotations

from sinetra.apps.registry.models import Region
from sinetra.apps.registry.selectors import find_regions
from sinetra.core.errors import BadInput, gettext_noop

SHOWN = 6


def region_named(text: str, *, within: str | None = None, field: str = "region") -> Region:
    """``text`` is a code (63.72) or a name ("Kota Banjarbaru", "banjarbaru"); of several regions with just that name
    the largest, where there is one largest. ``within`` is the code of the region that must hold it.

    Errors: ``BadInput`` naming ``field`` with the regions that ``text`` may mean.
    """
    wanted = " ".join(text.split())
    found = find_regions(wanted, within=within, limit=SHOWN)
    same = [row for row in found if wanted.casefold() in (row.code, row.name.casefold(), row.search_name)]
    largest = [row for row in same if len(row.code) == len(same[0].code)]
    if len(largest) == 1 or len(found) == 1:
        return (largest or list(found))[0]
    if not found:
        raise BadInput(
            gettext_noop("Wilayah %(value)s tidak ada dalam daftar; tulis kode atau namanya, contoh: %(accepted)s"),
            field=field,
            accepted=(within or "63.72",),
            value=repr(wanted),
        )
    raise BadInput(
        gettext_noop("Ada beberapa wilayah %(value)s; tulis kodenya: %(accepted)s"),
        field=field,
        accepted=tuple(f"{row.code} {row.name}" for row in found),
        value=repr(wanted),
    )
