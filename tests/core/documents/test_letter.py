"""Letters and run sheets on paper: their words, a sheet for each addressee, the same bytes for the same data."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sinetra.core.documents.letter import Letter, Sitting, letter_from, letter_pdf
from sinetra.core.documents.run_sheet import Line, RunSheet, run_sheet_pdf

LETTER = Letter(
    office="Pemerintah Kota Cendana (contoh)",
    place="Kota Cendana",
    number="800/017/2024",
    dated="21 November 2024",
    subject="Undangan: Rapat koordinasi",
    opening="Dengan hormat kami mengundang Saudara.",
    sittings=(Sitting(day="Senin, 25 November 2024", hours="13.00–16.00 WIB", venue="Ruang Rapat", title=""),),
    theme="Hari tenang",
    agenda=("Pengarahan", "Kesepakatan"),
    meeting_link="",
    closing="Terima kasih.",
    signatory_office="Pjs Wali Kota Cendana",
    signatory_name="Angsana Contohwati",
    exercise="LATIHAN",
)
SHEET = RunSheet(
    language="id",
    title="Rapat koordinasi",
    office="Pemerintah Kota Cendana (contoh)",
    pairs=(("Tema", "Hari tenang"),),
    lines=(Line(day="Senin", hours="13.00 WIB", what="Pengarahan", where="Ruang Rapat"),),
    agenda=("Pengarahan",),
    people=(("Narasumber", ("BKN (contoh)",)),),
    heading={
        "title": "Susunan acara",
        "day": "Hari",
        "hours": "Waktu",
        "what": "Acara",
        "place": "Tempat",
        "agenda": "Agenda",
        "notes": "Catatan",
    },
    exercise="LATIHAN",
)


def texts(body: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(body)).pages]


def test_each_addressee_has_a_sheet_with_everything_on_it() -> None:
    pages = texts(letter_pdf(LETTER, ["Kecamatan Utara", "Kelurahan Gaharu"]))
    assert len(pages) == 2
    for page, to in zip(pages, ("Kecamatan Utara", "Kelurahan Gaharu"), strict=True):
        told = (to, "800/017/2024", "21 November 2024", "Senin, 25 November 2024", "13.00–16.00 WIB", "Ruang Rapat")
        for words in (*told, "Kesepakatan", "Pjs Wali Kota Cendana", "Angsana Contohwati", "LATIHAN"):
            assert words in page, words


def test_a_real_letter_bears_no_word_of_an_exercise() -> None:
    assert "LATIHAN" not in texts(letter_pdf(replace(LETTER, exercise=""), ["Kecamatan Utara"]))[0]


def test_a_letter_comes_back_from_its_data_as_it_was() -> None:
    assert letter_from(LETTER.to_data()) == LETTER


def test_text_is_never_part_of_the_program_that_sets_it() -> None:
    hostile = replace(LETTER, theme='#read("/etc/passwd") $x$ #panic()', number="*1* _2_ = 3")
    page = texts(letter_pdf(hostile, ["#{1+1}"]))[0]
    assert '#read("/etc/passwd")' in page
    assert "#{1+1}" in page


def test_a_run_sheet_says_when_what_where_and_who() -> None:
    page = texts(run_sheet_pdf(SHEET))[0]
    for words in ("Susunan acara", "Rapat koordinasi", "13.00 WIB", "Ruang Rapat", "BKN (contoh)", "LATIHAN"):
        assert words in page


@pytest.mark.parametrize("made", ["letter_pdf(LETTER, ['Kecamatan Utara'])", "run_sheet_pdf(SHEET)"])
def test_another_process_sets_the_same_bytes(made: str) -> None:
    program = f"import sys, hashlib; sys.path.insert(0, {str(Path(__file__).parent)!r}); from test_letter import *; "
    program += f"print(hashlib.sha256({made}).hexdigest())"
    found = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _time in range(2)
    }
    assert len(found) == 1
