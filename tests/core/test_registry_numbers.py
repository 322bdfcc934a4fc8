"""Numbers of persons and regions. Every number here is invented."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.registry_numbers import check_ni_pppk, check_nik, check_nip, check_region_code

births = st.dates(date(1955, 1, 1), date(2006, 12, 31))
sexes = st.integers(1, 2)
serials = st.integers(1, 999)


@given(births, st.dates(date(2007, 1, 1), date(2026, 12, 31)), sexes, serials)
def test_every_part_of_a_pns_number_is_read_back(born: date, cpns: date, sex: int, serial: int) -> None:
    nip = check_nip(f"{born:%Y%m%d}{cpns:%Y%m}{sex}{serial:03}")
    assert (nip.born, nip.cpns_year, nip.cpns_month, nip.sex, nip.serial) == (born, cpns.year, cpns.month, sex, serial)


@given(births, st.integers(2014, 2030), st.integers(0, 99), sexes, serials)
def test_a_contract_number_above_twelve_is_a_pppk_number_and_no_pns_number(
    born: date, year: int, contract: int, sex: int, serial: int
) -> None:
    number = f"{born:%Y%m%d}{year}{contract:02}{sex}{serial:03}"
    found = check_ni_pppk(number)
    assert (found.born, found.year, found.contract, found.sex, found.serial) == (born, year, contract, sex, serial)
    if not 1 <= contract <= 12:
        with pytest.raises(BadInput, match="nomor kontrak"):
            check_nip(number)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("1985031720100110", "harus 18 angka, bukan 16"),
        ("19850317201001100X", "hanya angka"),
        ("١٩٨٥٠٣١٧٢٠١٠٠١١٠٠٧", "hanya angka"),
        ("198502302010011007", "angka 1–8"),
        ("000003172010011007", "angka 1–8"),
        ("198503172010131007", "bulan 01–12, bukan 13"),
        ("198503171985021007", "sebelum lahir"),
        ("198503172010013007", "angka 15"),
    ],
)
def test_a_wrong_pns_number_says_which_digits_are_wrong(number: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as error:
        check_nip(number)
    assert error.value.field == "nip"


@pytest.mark.parametrize(
    ("number", "says"),
    [("199002302022212003", "angka 1–8"), ("199002282013212003", "sebelum 2014"), ("199002282022210003", "angka 15")],
)
def test_a_wrong_pppk_number_says_which_digits_are_wrong(number: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        check_ni_pppk(number)


@given(st.dates(date(1930, 1, 1), date(2025, 12, 31)), st.booleans(), st.integers(1, 9999))
def test_a_population_number_is_read_back_for_women_and_men(born: date, female: bool, serial: int) -> None:
    nik = check_nik(f"637201{born.day + 40 * female:02}{born:%m%y}{serial:04}")
    assert (nik.district, nik.day, nik.month, nik.year) == ("63.72.01", born.day, born.month, born.year % 100)
    assert (nik.female, nik.serial) == (female, serial)


@pytest.mark.parametrize("number", ["6372013502900001", "6372017302900001", "6372010013900001", "6370010101900001"])
def test_a_population_number_with_an_impossible_day_or_region_is_refused(number: str) -> None:
    with pytest.raises(BadInput):
        check_nik(number)


@given(st.text(max_size=20))
def test_any_other_text_is_bad_input_and_nothing_else(text: str) -> None:
    for check in (check_nip, check_ni_pppk, check_nik, check_region_code):
        try:
            check(text)
        except BadInput:
            continue


def test_every_code_of_the_official_list_has_the_kind_that_its_name_says() -> None:
    with (ROOT / "regions" / "wilayah.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    kinds: dict[str, int] = {}
    for row in rows:
        found = check_region_code(row["kode"])
        kinds[found.kind] = kinds.get(found.kind, 0) + 1
        if found.kind in {"kabupaten", "kota"}:
            assert row["nama"].lower().startswith(found.kind)
    assert kinds == {
        "provinsi": 38,
        "kabupaten": 416,
        "kota": 98,
        "kecamatan": 7285,
        "kelurahan": 8496,
        "desa": 75252,
        "desa_adat": 14,
    }


@pytest.mark.parametrize("code", ["", "6", "6372", "63.00", "63.70", "63.72.00", "63.72.01.4001", "03", "63.72.01.1"])
def test_a_code_outside_the_scheme_is_refused(code: str) -> None:
    with pytest.raises(BadInput) as error:
        check_region_code(code)
    assert error.value.field == "region"
