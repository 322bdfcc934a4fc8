"""A circular as a letter: the same letter gives the same bytes, doubts are printed, an exercise is marked."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sinetra.core.documents.circular import UNCHECKED, Letter, Section, pdf, plain
from sinetra.core.documents.signatory import Signatory
from sinetra.core.prevention.circular_points import Point, Source

URL = "https://sinetra.example/id/edaran/x/terima/"
SOURCES = (
    Source(text="UU 1/2020 Pasal 2", instrument="uu-1-2020", article="2", confidence="terverifikasi"),
    Source(text="PP 3/2021 Pasal 4", instrument="pp-3-2021", article="4", confidence="perlu-cek"),
)
LETTER = Letter(
    office="Pemerintah Kota Cendana (contoh)",
    number="001/SE/XI/2024",
    nature="Penting",
    annexes="1 berkas",
    subject="Netralitas pegawai",
    place="Cendana",
    dated="22 November 2024",
    issued_on="2024-11-22",
    addressees=("Para camat",),
    scope="PNS",
    sections=(
        Section(key="pembuka", heading="", text="Pembuka.", points=()),
        Section(
            key="dilarang",
            heading="Yang dilarang",
            text="Dilarang:",
            points=(Point(norm="a.b", text="Memihak", confidence="pers", sources=SOURCES),),
        ),
    ),
    signatory=Signatory(title="Pjs. Wali Kota Cendana", name="Angsana Contohwati", kind="pjs", instead_of=""),
    copies=("Bawaslu Kota Cendana (contoh)",),
)


def test_the_same_letter_gives_the_same_bytes_and_another_other_ones() -> None:
    first = pdf(LETTER, url=URL)
    assert first.startswith(b"%PDF-")
    from sinetra.core.documents import circular

    circular._set.cache_clear()
    assert pdf(LETTER, url=URL) == first
    assert pdf(replace(LETTER, number="002/SE/XI/2024"), url=URL) != first
    assert pdf(LETTER, url=URL, exercise="LATIHAN") != first


def test_a_letter_survives_being_frozen() -> None:
    assert Letter.of(json.loads(json.dumps(LETTER.to_json()))) == LETTER
    assert LETTER.norms == ("a.b",)


@pytest.mark.parametrize("hostile", ['#panic("x")', "$ 1/0 $", "*a* _b_ <c> @d \\", "\u202e} ] )", "]" * 50])
def test_no_text_of_a_letter_is_part_of_the_program(hostile: str) -> None:
    section = replace(LETTER.sections[0], text=hostile, heading=hostile)
    assert pdf(replace(LETTER, subject=f"a {hostile}", office=hostile, sections=(section,)), url=URL)


def test_a_long_letter_without_signatory_or_number_is_still_a_letter() -> None:
    section = replace(LETTER.sections[1], points=LETTER.sections[1].points * 120)
    assert pdf(replace(LETTER, number="", signatory=None, copies=(), addressees=(), sections=(section,)), url=URL)


def test_the_message_says_what_is_not_checked_and_who_signed() -> None:
    text = plain(LETTER, url=URL, exercise="LATIHAN")
    assert text.startswith("*LATIHAN*\n*SURAT EDARAN 001/SE/XI/2024*")
    assert "*1. Yang dilarang*" in text
    assert "Pjs. Wali Kota Cendana, Angsana Contohwati" in text
    assert UNCHECKED in text
    assert URL in text
    sure = replace(LETTER.sections[1], points=(replace(LETTER.sections[1].points[0], sources=SOURCES[:1]),))
    assert UNCHECKED not in plain(replace(LETTER, sections=(sure,)), url=URL)
