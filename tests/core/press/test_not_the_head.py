"""Relatives, servants and former holders of an office are neither the head nor what the head leads."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.organiser import find_agency
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.places import find_place

HELD = "menggelar sosialisasi netralitas ASN di Hotel Kenanga, Rabu (23/10/2024)."
GOVERNMENT = "Pemerintah Kabupaten Damar Raya"
#: Text, who it was, and the position of everybody named.
TOLD: list[tuple[str, str, str | None, dict[str, str | None]]] = [
    ("sosialisasi", f"Bupati Damar Raya, Wira Santosa, {HELD}", GOVERNMENT, {"Wira Santosa": "Bupati Damar Raya"}),
    (
        "sosialisasi",
        f"Pj Bupati Damar Raya Wira Santosa didampingi istri {HELD}",
        GOVERNMENT,
        {"Wira Santosa": "Pj Bupati Damar Raya"},
    ),
    (
        "sosialisasi",
        f"Istri Bupati Damar Raya, Ratih Wulandari, {HELD}",
        None,
        {"Ratih Wulandari": "Istri Bupati Damar Raya"},
    ),
    (
        "sosialisasi",
        f"Istri Bupati Damar Raya Wira Santosa, Ratih Wulandari, {HELD}",
        None,
        {"Wira Santosa": "Bupati Damar Raya", "Ratih Wulandari": "Istri Bupati Damar Raya Wira Santosa"},
    ),
    ("sosialisasi", f"Istri Bupati Damar Raya Ratih Wulandari {HELD}", None, {"Ratih Wulandari": None}),
    (
        "sosialisasi",
        f"Suami Wali Kota Cendanabaru, Budi Hartono, {HELD}",
        None,
        {"Budi Hartono": "Suami Wali Kota Cendanabaru"},
    ),
    (
        "sosialisasi",
        f"Anak Gubernur Nusa Contoh, Budi Hartono, {HELD}",
        None,
        {"Budi Hartono": "Anak Gubernur Nusa Contoh"},
    ),
    ("sosialisasi", f"Adik bupati, Budi Hartono, {HELD}", None, {"Budi Hartono": None}),
    (
        "sosialisasi",
        f"Ajudan Bupati Damar Raya, Budi Hartono, {HELD}",
        None,
        {"Budi Hartono": "Ajudan Bupati Damar Raya"},
    ),
    ("sosialisasi", f"Sopir Bupati Wira Santosa {HELD}", None, {"Wira Santosa": "Bupati"}),
    (
        "sosialisasi",
        f"Staf Bupati Damar Raya, Budi Hartono, {HELD}",
        None,
        {"Budi Hartono": "Staf Bupati Damar Raya"},
    ),
    (
        "decision/sanction",
        "Bekas Bupati Damar Raya Wira Santosa dulu mencopot seorang camat.",
        None,
        {"Wira Santosa": "Bekas Bupati Damar Raya"},
    ),
    (
        "decision/sanction",
        "Bupati Damar Raya Wira Santosa mencopot seorang camat.",
        GOVERNMENT,
        {"Wira Santosa": "Bupati Damar Raya"},
    ),
    (
        "circular",
        "Penjabat Sementara Bupati Damar Raya, Wira Santosa, menerbitkan edaran netralitas.",
        GOVERNMENT,
        {"Wira Santosa": "Penjabat Sementara Bupati Damar Raya"},
    ),
]


@pytest.mark.parametrize(("kind", "text", "agency", "positions"), TOLD)
def test_who_belongs_to_the_head_is_not_the_head(
    invented: press.Lexicon, kind: str, text: str, agency: str | None, positions: dict[str, str | None]
) -> None:
    page = Page(text)
    scanner = Scanner(invented, page)
    persons = find_persons(invented, page, scanner, 0)
    found = find_agency(invented, page, scanner, find_place(invented, page, 0), persons, 0, kind)
    assert (None if found is None else found.value) == agency
    assert {person.name: person.position for person in persons} == positions
