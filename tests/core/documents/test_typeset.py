"""A notice on paper and as a card: its size, its ink, its words, and the same bytes for the same notice."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from sinetra.core.documents import plain, typeset
from sinetra.core.documents.notice import Article, Heading, Mark, Notice
from sinetra.core.documents.typeset import PAPERS, Layout

WORDS = Heading(
    product="Sinetra",
    may="Yang boleh",
    may_not="Yang dilarang",
    depends="Tergantung",
    no_ban="Tidak ditemukan larangannya",
    unless="Kecuali",
    follows="Yang dapat menyusul",
    articles="Dasar hukum",
    doubts="Sumber berbeda",
    law_date="Hukum pada tanggal",
    innocence="Dianggap tidak bersalah.",
    not_a_decision="Bukan putusan.",
    unchecked="Belum dibaca pada naskah resmi.",
    more="Selengkapnya",
    others="dan %(number)s lainnya",
    doubt="Bila ragu",
    doubt_steps=("Tanyakan.",),
)
NOTICE = Notice(
    language="id",
    for_whom="bagi PNS",
    title="Bolehkah PNS menyukai akun calon?",
    mark=Mark.MAY_NOT,
    verdict="Tidak boleh",
    summary="Aturan melarangnya.",
    given=(),
    may=("Memberikan suara",),
    may_not=(),
    depends=(),
    no_ban=(),
    unless=(),
    follows=("Disiplin: hukuman berat",),
    articles=(Article(text="PP 94/2021 Pasal 5", confidence="perlu dicek", unchecked=True),),
    doubts=(),
    law_date="Jumat, 22 November 2024",
    stage="",
    url="https://sinetra.example/id/",
    exercise="",
    heading=WORDS,
)
MANY = replace(NOTICE, mark=None, verdict="", may_not=tuple(f"Perbuatan nomor {number}" for number in range(1, 41)))
_INK = re.compile(rb"([\d. ]+) (?:rg|RG|g|G|k|K|sc|SC|scn|SCN)\b")


def millimetres(page: PageObject) -> tuple[float, float]:
    return round(float(page.mediabox.width) / 72 * 25.4, 1), round(float(page.mediabox.height) / 72 * 25.4, 1)


def inks(page: PageObject) -> Iterator[tuple[float, ...]]:
    contents = page.get_contents()
    assert contents is not None
    for found in _INK.findall(contents.get_data()):
        yield tuple(float(value) for value in found.split())


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("f4", (215, 330))])
@pytest.mark.parametrize("notice", [NOTICE, MANY], ids=["one act", "forty acts"])
def test_poster_and_leaflet_are_one_page_of_the_paper_in_black_and_white(notice, paper, size):
    for layout, expected in ((Layout.POSTER, size), (Layout.LEAFLET, size[::-1])):
        pages = PdfReader(BytesIO(typeset.pdf(notice, layout, PAPERS[paper]))).pages
        assert len(pages) == 1
        assert millimetres(pages[0]) == expected
        used = set(inks(pages[0]))
        assert used
        assert {value for ink in used for value in ink} <= {0.0, 1.0}


def test_a_grey_ink_would_be_seen():
    assert [found.strip() for found in _INK.findall(b"q 0.65 scn 0 0 10 10 re f Q")] == [b"0.65"]


@pytest.mark.parametrize("layout", [Layout.POSTER, Layout.LEAFLET])
def test_what_is_allowed_stands_before_the_answer_and_the_law_date_is_there(layout):
    text = PdfReader(BytesIO(typeset.pdf(NOTICE, layout, PAPERS["a4"]))).pages[0].extract_text()
    said = " ".join(text.split())
    assert said.index("Memberikan suara") < said.index("Tidak boleh")
    for words in ("Jumat, 22 November 2024", "Dianggap tidak bersalah", "perlu dicek", "Belum dibaca", NOTICE.url):
        assert words in said


@pytest.mark.parametrize("layout", [Layout.POSTER, Layout.LEAFLET])
@pytest.mark.parametrize("notice", [NOTICE, MANY], ids=["one act", "forty acts"])
def test_what_an_exercise_prints_says_so_in_black_and_white_and_what_is_meant_does_not(layout, notice):
    def page(exercise: str) -> PageObject:
        return PdfReader(BytesIO(typeset.pdf(replace(notice, exercise=exercise), layout, PAPERS["a4"]))).pages[0]

    assert page("LATIHAN").extract_text().count("LATIHAN") == 2
    assert {value for ink in inks(page("LATIHAN")) for value in ink} <= {0.0, 1.0}
    assert "LATIHAN" not in page("").extract_text()
    assert typeset.card(replace(notice, exercise="LATIHAN")) != typeset.card(notice)


def test_every_one_of_forty_acts_stands_on_the_poster():
    text = PdfReader(BytesIO(typeset.pdf(MANY, Layout.POSTER, PAPERS["a4"]))).pages[0].extract_text()
    assert all(act in " ".join(text.split()) for act in MANY.may_not)


def test_the_same_notice_gives_the_same_bytes_also_in_another_process():
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from test_typeset import *; import hashlib;"
        "print(hashlib.sha256(typeset.pdf(NOTICE, Layout.POSTER, PAPERS['a4']) + typeset.card(NOTICE)).hexdigest())"
    )
    told = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(told) == 1
    other = replace(NOTICE, law_date="Sabtu, 23 November 2024")
    assert typeset.card(NOTICE) == typeset.card(NOTICE)
    assert typeset.card(NOTICE) != typeset.card(other)


@pytest.mark.parametrize("notice", [NOTICE, MANY], ids=["one act", "forty acts"])
def test_a_card_is_under_a_hundred_kilobytes_and_as_large_as_a_telephone_shows(notice):
    made = typeset.card(notice)
    assert len(made) < 100_000
    assert Image.open(BytesIO(made)).size == (1080, 1350)


def test_a_text_is_never_part_of_the_program_that_sets_it():
    planted = replace(NOTICE, title='#panic("x") ] $', may=("*tebal* _miring_ @acuan",))
    text = PdfReader(BytesIO(typeset.pdf(planted, Layout.POSTER, PAPERS["a4"]))).pages[0].extract_text()
    assert '#panic("x") ] $' in " ".join(text.split())
    assert "*tebal* _miring_ @acuan" in text


def test_the_message_says_how_many_lines_it_leaves_out():
    text = plain.message(MANY)
    assert "Perbuatan nomor 12" in text
    assert "Perbuatan nomor 13" not in text
    assert "dan 28 lainnya" in text
    assert "lainnya" not in plain.message(NOTICE)


def test_the_message_holds_law_date_doubt_innocence_and_link():
    text = plain.message(NOTICE)
    for words in ("Jumat, 22 November 2024", "perlu dicek", "Belum dibaca", "Dianggap tidak bersalah", NOTICE.url):
        assert words in text
    assert text.index("Memberikan suara") < text.index("Tidak boleh")


def test_typst_is_not_loaded_before_something_is_printed():
    program = "import sys, sinetra.core.documents.typeset; print('typst' in sys.modules, 'PIL' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["False", "False"]
