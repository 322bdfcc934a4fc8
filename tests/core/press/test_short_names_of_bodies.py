"""Short names of bodies that people and places have too are bodies only in capitals."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.bodies import find_bodies
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner

PEOPLE = [
    ("Kepala Bagian Umum, Nugroho Aji, meneken surat edaran netralitas.", {"Nugroho Aji": "Kepala Bagian Umum"}),
    ("Camat Kuripan Aji Prakoso mengumpulkan lurah.", {"Aji Prakoso": "Camat Kuripan"}),
    ("Ketua Panitia, Surya Aji, membuka sosialisasi.", {"Surya Aji": "Ketua Panitia"}),
    ("Ketua AJI Kota Cendana, Nugroho Santoso, hadir.", {"Nugroho Santoso": "Ketua AJI Kota Cendana"}),
    ("Ketua IBI Kabupaten Damar Raya Sri Rahayu berpesan.", {"Sri Rahayu": "Ketua IBI Kabupaten Damar Raya"}),
]
BODIES = [
    ("Dialog netralitas digelar AJI Kota Cendana di kampus.", ["AJI Kota Cendana"]),
    ("Pelatihan itu digelar LAN dan BEM kampus.", ["LAN", "BEM"]),
    ("Rapat dipimpin Nugroho Aji di Cendana.", []),
    ("Warga Lumban Aji mendatangi balai desa.", []),
    ("Surat itu diteken Lan Haryati kemarin.", []),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_is_named_like_a_body_is_somebody(
    invented: press.Lexicon, text: str, expected: dict[str, str | None]
) -> None:
    page = Page(text)
    found = find_persons(invented, page, Scanner(invented, page), 0)
    assert {person.name: person.position for person in found} == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_a_body_with_such_a_name_stands_in_capitals(invented: press.Lexicon, text: str, expected: list[str]) -> None:
    page = Page(text)
    found = find_bodies(page, Scanner(invented, page), 0, len(text))
    assert [body.name for body, _ in found] == expected
