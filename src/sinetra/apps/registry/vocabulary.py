"""Closed sets of the registry. Values of ``SubjectStatus`` and ``Position`` are those of the law engine's facts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sinetra.core.casework.heads import HeldKind, HeldRoleName
from sinetra.core.law.words import BodyCode, SubjectStatus

__all__ = [
    "ASN",
    "LEAVE_GIVERS",
    "SIGNING_ROLES",
    "HeldKind",
    "HeldRoleName",
    "OrganisationKind",
    "OrganisationLevel",
    "RegionLevel",
    "UnitKind",
    "choices",
]


def choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """For Django fields; what people read is in ``labels``."""
    return [(value.value, value.value) for value in values]


class RegionLevel(StrEnum):
    """By the length of the code: 2, 4, 6 or 10 digits."""

    PROVINCE = "province"
    CITY = "city"  # kabupaten or kota
    DISTRICT = "district"  # kecamatan
    VILLAGE = "village"  # kelurahan or desa


class OrganisationKind(StrEnum):
    BAWASLU = "bawaslu"
    KPU = "kpu"
    BKN = "bkn"
    KASN = "kasn"
    DKPP = "dkpp"
    LOCAL_GOVERNMENT = "local_government"
    INSPECTORATE = "inspectorate"
    MINISTRY = "ministry"
    MENDAGRI = "mendagri"
    MENPANRB = "menpanrb"
    POLRI = "polri"
    TNI = "tni"
    PROSECUTOR = "prosecutor"
    OTHER = "other"


class OrganisationLevel(StrEnum):
    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class ZoneName(StrEnum):
    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


class UnitKind(StrEnum):
    DINAS = "dinas"
    BADAN = "badan"
    KANTOR = "kantor"
    BAGIAN = "bagian"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    DESA = "desa"
    SEKRETARIAT = "sekretariat"
    INSPEKTORAT = "inspektorat"
    PUSKESMAS = "puskesmas"
    SEKOLAH = "sekolah"
    OTHER = "other"


# Who signs letters; the authorised official (PyB) does so under another of these offices.
SIGNING_ROLES = tuple(role for role in HeldRoleName if role is not HeldRoleName.AUTHORISED_OFFICIAL)
#: Who may give campaign leave (UU 10/2016 art. 70(4)).
LEAVE_GIVERS = (BodyCode.GOVERNOR, BodyCode.MENDAGRI)
ASN = frozenset({SubjectStatus.PNS, SubjectStatus.CPNS, SubjectStatus.PPPK, SubjectStatus.PPPK_PART_TIME})
