"""Numbers of persons and regions: what each digit says, and what is wrong with a number that says nothing.

The form proves nothing about the person: whether a number was ever given is known to BKN and Dukcapil only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sinetra.core.errors import BadInput, gettext_noop

_BLANKS = re.compile(r"[\s.\-]")
# A NIK has 16 digits, a NIP or NI PPPK 18; people write them in groups, with the word before them.
_PERSONAL = re.compile(
    r"(?:\b(?:nip|nik|ni\s?pppk)\b[\s.:\-]*)?(?<!\d)\d(?:[\s.\-]?\d){15,17}(?!\d)", re.ASCII | re.IGNORECASE
)
_REGION = re.compile(r"([1-9]\d)(?:\.(\d{2})(?:\.(\d{2})(?:\.(\d{4}))?)?)?", re.ASCII)
# The first digit of a village's number; 3 stands in the current list for the desa adat of Kabupaten Jayapura.
VILLAGE_KINDS = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}
# UU 5/2014 brought the PPPK: no number of one can be older.
FIRST_PPPK_YEAR = 2014


@dataclass(frozen=True, slots=True, kw_only=True)
class Nip:
    """A PNS number (Perka BKN 22/2007): birth, month of appointment as CPNS, sex 1 or 2, serial."""

    born: date
    cpns_year: int
    cpns_month: int
    sex: int
    serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NiPppk:
    """A PPPK number: birth, year of appointment, which contract it is (may pass 12), sex 1 or 2, serial."""

    born: date
    year: int
    contract: int
    sex: int
    serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nik:
    """A population number: district of first registration, birth without century, sex (a woman's day is + 40)."""

    district: str
    day: int
    month: int
    year: int
    female: bool
    serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCode:
    """``kind``: provinsi, kabupaten, kota, kecamatan, kelurahan, desa, desa_adat. ``parent`` is None for a province."""

    code: str
    kind: str
    parent: str | None


def without_personal_numbers(text: str) -> str:
    """``text`` without anything as long as a NIP or NIK; a telephone number and a year stay.

    >>> without_personal_numbers("Bambu, NIP. 19850317 201001 1 007"), without_personal_numbers("SD Negeri 12, 2024")
    ('Bambu', 'SD Negeri 12, 2024')
    """
    found = _PERSONAL.sub(" ", text)
    return text if found == text else " ".join(found.split()).strip(" ,;:/-")


def check_nip(number: str, *, field: str = "nip") -> Nip:
    """The parts of a PNS number of 18 digits; blanks between the groups are fine.

    >>> check_nip("19850317 201001 1 007").cpns_month
    1
    >>> check_nip("198503172021211007")
    Traceback (most recent call last):
    sinetra.core.errors.BadInput: NIP: angka 13–14 harus bulan 01–12, bukan 21; pada NI PPPK di situ nomor kontrak

    Errors: ``BadInput`` saying which digits are wrong.
    """
    digits = _digits(number, 18, "NIP", field)
    born = _birth(digits[:8], "NIP", field)
    year, month = int(digits[8:12]), int(digits[12:14])
    if not 1 <= month <= 12:
        raise BadInput(
            gettext_noop(
                "%(name)s: angka 13–14 harus bulan 01–12, bukan %(value)s; pada NI PPPK di situ nomor kontrak"
            ),
            field=field,
            name="NIP",
            value=digits[12:14],
        )
    if (year, month) <= (born.year, born.month):
        raise BadInput(
            gettext_noop("%(name)s: pengangkatan (%(value)s) tidak mungkin sebelum lahir (%(born)s)"),
            field=field,
            name="NIP",
            value=digits[8:14],
            born=born.isoformat(),
        )
    return Nip(born=born, cpns_year=year, cpns_month=month, sex=_sex(digits[14], "NIP", field), serial=int(digits[15:]))


def check_ni_pppk(number: str, *, field: str = "nip") -> NiPppk:
    """The parts of a PPPK number of 18 digits. A person gets another with a contract at another office.

    >>> check_ni_pppk("199002282022212003").contract
    21
    >>> check_ni_pppk("199002282010011003")
    Traceback (most recent call last):
    sinetra.core.errors.BadInput: NI PPPK: tahun pengangkatan 2010 sebelum 2014 (UU 5/2014); mungkin ini NIP PNS

    Errors: ``BadInput`` saying which digits are wrong.
    """
    digits = _digits(number, 18, "NI PPPK", field)
    born = _birth(digits[:8], "NI PPPK", field)
    year = int(digits[8:12])
    if year < FIRST_PPPK_YEAR:
        raise BadInput(
            gettext_noop("%(name)s: tahun pengangkatan %(value)s sebelum 2014 (UU 5/2014); mungkin ini NIP PNS"),
            field=field,
            name="NI PPPK",
            value=digits[8:12],
        )
    if year <= born.year:
        raise BadInput(
            gettext_noop("%(name)s: pengangkatan (%(value)s) tidak mungkin sebelum lahir (%(born)s)"),
            field=field,
            name="NI PPPK",
            value=digits[8:12],
            born=born.isoformat(),
        )
    sex = _sex(digits[14], "NI PPPK", field)
    return NiPppk(born=born, year=year, contract=int(digits[12:14]), sex=sex, serial=int(digits[15:]))


def check_nik(number: str, *, field: str = "nik") -> Nik:
    """The parts of a population number of 16 digits.

    >>> check_nik("6372014504900001").female, check_nik("6372014504900001").day
    (True, 5)

    Errors: ``BadInput`` saying which digits are wrong.
    """
    digits = _digits(number, 16, "NIK", field)
    district = check_region_code(f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}", field=field).code
    printed, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    female = printed > 40
    day = printed - 40 if female else printed
    # The century is not in the number, so 29 February counts when one of the two years is a leap year.
    if not any(_is_date(century + year, month, day) for century in (1900, 2000)):
        raise BadInput(
            gettext_noop("%(name)s: angka 7–12 (%(value)s) bukan tanggal lahir; perempuan: tanggal ditambah 40"),
            field=field,
            name="NIK",
            value=digits[6:12],
        )
    return Nik(district=district, day=day, month=month, year=year, female=female, serial=int(digits[12:]))


def check_region_code(code: str, *, field: str = "region") -> RegionCode:
    """A region code with points, of 2, 4, 6 or 10 digits. Whether the list holds it is another question.

    >>> check_region_code("63.72").kind, check_region_code("32.79.01.2003").kind
    ('kota', 'desa')
    >>> check_region_code("63.70")
    Traceback (most recent call last):
    sinetra.core.errors.BadInput: Kode wilayah 63.70: kabupaten bernomor 01–69, kota 71–99, bukan 70

    Errors: ``BadInput`` naming the part that is wrong.
    """
    match = _REGION.fullmatch(code)
    if match is None:
        raise BadInput(
            gettext_noop("Kode wilayah %(value)s tidak dikenali; contoh yang diterima: %(accepted)s"),
            field=field,
            accepted=("63", "63.72", "63.72.01", "63.72.01.1001"),
            value=repr(code),
        )
    _, city, district, village = match.groups()
    if city in ("00", "70"):
        raise _bad_part(
            gettext_noop("Kode wilayah %(region_code)s: kabupaten bernomor 01–69, kota 71–99, bukan %(value)s"),
            field,
            code,
            city,
        )
    if district == "00":
        raise _bad_part(
            gettext_noop("Kode wilayah %(region_code)s: kecamatan bernomor 01–99, bukan %(value)s"),
            field,
            code,
            district,
        )
    if village is not None and village[0] not in VILLAGE_KINDS:
        raise _bad_part(
            gettext_noop(
                "Kode wilayah %(region_code)s: angka pertama kelurahan 1, desa 2, desa adat 3, bukan %(value)s"
            ),
            field,
            code,
            village[0],
        )
    return RegionCode(code=code, kind=_kind(city, district, village), parent=code.rpartition(".")[0] or None)


def _kind(city: str | None, district: str | None, village: str | None) -> str:
    if village is not None:
        return VILLAGE_KINDS[village[0]]
    if district is not None:
        return "kecamatan"
    if city is not None:
        return "kabupaten" if int(city) < 70 else "kota"
    return "provinsi"


def _bad_part(message: str, field: str, code: str, value: str) -> BadInput:
    return BadInput(message, field=field, value=value, region_code=code)


def _digits(number: str, length: int, name: str, field: str) -> str:
    digits = _BLANKS.sub("", number)
    if not (digits.isascii() and digits.isdecimal()):
        raise BadInput(
            gettext_noop("%(name)s: hanya angka, bukan %(value)s"), field=field, name=name, value=repr(number)
        )
    if len(digits) != length:
        raise BadInput(
            gettext_noop("%(name)s: harus %(length)s angka, bukan %(value)s"),
            field=field,
            name=name,
            length=length,
            value=len(digits),
        )
    return digits


def _birth(digits: str, name: str, field: str) -> date:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if year >= 1900 and _is_date(year, month, day):
        return date(year, month, day)
    raise BadInput(
        gettext_noop("%(name)s: angka 1–8 (%(value)s) bukan tanggal lahir tahun-bulan-tanggal"),
        field=field,
        name=name,
        value=digits,
    )


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _sex(digit: str, name: str, field: str) -> int:
    if digit in "12":
        return int(digit)
    raise BadInput(
        gettext_noop("%(name)s: angka 15 harus 1 (laki-laki) atau 2 (perempuan), bukan %(value)s"),
        field=field,
        accepted=("1", "2"),
        name=name,
        value=digit,
    )
