"""Who is compared with whom: provinces with provinces, kecamatan with kecamatan, offices with offices."""

from __future__ import annotations

from enum import StrEnum

from sinetra.core.index.inputs import Kind, Unit


class Level(StrEnum):
    """Units of one level share the reference set of rates, and are ranked among themselves."""

    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    OFFICE = "office"


_REGIONS = (Level.PROVINCE, Level.REGENCY, Level.DISTRICT, Level.VILLAGE)


def level(unit: Unit) -> Level:
    """By the parts of the region code: ``15`` a province, ``15.71`` a regency or city, ``15.71.01`` a kecamatan."""
    if unit.kind is Kind.OFFICE:
        return Level.OFFICE
    return _REGIONS[min(unit.code.count("."), 3)]


def has_history(unit: Unit) -> bool:
    """Below the kecamatan a past decision points at one person, so no unit there carries a history."""
    return level(unit) is not Level.VILLAGE
