"""Which offices tell what of a city or regency: its government, and who watches over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.registry.vocabulary import OrganisationKind, RegionLevel

_CITY = len("99.71")


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """``government``: the local government of exactly this city. ``watched``: an office of Bawaslu here has it in its
    region, so that what is on record here is all there is."""

    code: str
    government: Organisation | None
    watched: bool


def cities() -> tuple[City, ...]:
    """Every city or regency of an office here, and those of the province that one watches over, by code."""
    here = _with_region()
    governments: dict[str, Organisation] = {}
    watchers: set[str] = set()
    for row in here:
        if row.kind == OrganisationKind.LOCAL_GOVERNMENT:
            governments.setdefault(str(row.region_id), row)
        else:
            watchers.add(str(row.region_id))
    codes = {code for code in {*governments, *watchers} if len(code) == _CITY}
    provinces = {code for code in watchers if len(code) < _CITY}
    codes |= set(Region.objects.filter(parent_id__in=provinces, level=RegionLevel.CITY).values_list("code", flat=True))
    return tuple(
        City(code=code, government=governments.get(code), watched=code in watchers or code[:2] in watchers)
        for code in sorted(codes)
    )


def leading_office() -> Organisation | None:
    """In whose name the nightly run is kept: the local government, else Bawaslu; the larger region first."""
    governments_first: Mapping[str, int] = {OrganisationKind.LOCAL_GOVERNMENT.value: 0}
    ranked = sorted(_with_region(), key=lambda row: (governments_first.get(row.kind, 1), len(row.region_id or "")))
    return ranked[0] if ranked else None


def _with_region() -> list[Organisation]:
    kinds = (OrganisationKind.LOCAL_GOVERNMENT, OrganisationKind.BAWASLU)
    return list(Organisation.objects.filter(kind__in=kinds, region__isnull=False).order_by("name", "id"))
