"""Closed sets of the registry. Values of ``PersonStatus`` and ``Position`` are those of the law engine's facts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


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


class PersonStatus(StrEnum):
    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    PPPK_PART_TIME = "pppk_part_time"
    NON_ASN = "non_asn"
    TNI = "tni"
    POLRI = "polri"
    VILLAGE_HEAD = "village_head"
    VILLAGE_OFFICIAL = "village_official"
    VILLAGE_COUNCIL = "village_council"
    STATE_OFFICIAL = "state_official"
    REGIONAL_HEAD = "regional_head"
    ACTING_REGIONAL_HEAD = "acting_regional_head"
    SOE_OFFICIAL = "soe_official"
    ELECTION_OFFICIAL = "election_official"
    NONE = "none"


ASN = frozenset({PersonStatus.PNS, PersonStatus.CPNS, PersonStatus.PPPK, PersonStatus.PPPK_PART_TIME})


class Position(StrEnum):
    JPT_UTAMA = "jpt_utama"
    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    FUNCTIONAL = "functional"
    EXECUTOR = "executor"
    CAMAT = "camat"
    LURAH = "lurah"
    SCHOOL_HEAD = "school_head"
    TEACHER = "teacher"
    OTHER = "other"


class HeldRoleName(StrEnum):
    """PPK is pejabat pembina kepegawaian, never Panitia Pemilihan Kecamatan."""

    PPK = "ppk"
    REGIONAL_HEAD = "regional_head"
    DEPUTY_REGIONAL_HEAD = "deputy_regional_head"
    REGIONAL_SECRETARY = "regional_secretary"


class HeldKind(StrEnum):
    DEFINITIVE = "definitive"
    PLT = "plt"
    PLH = "plh"
    PJS = "pjs"
    PJ = "pj"


class Confidence(StrEnum):
    """How sure a fact is; travels with it to the page."""

    VERIFIED = "terverifikasi"
    PRESS = "pers"
    UNCHECKED = "perlu-cek"
