"""A certificate on paper: the same words give the same bytes, and an acting signatory is named as one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from sinetra.core.documents.certificate import MOST_PAGES, CertificatePage, certificates_pdf
from sinetra.core.documents.signatory import office_words

PAGE = CertificatePage(
    issuer="Pemerintah Kota Cendana (contoh)",
    number="0001/SERT/XI/2024",
    name="Ubi Contohputra",
    unit="SD Negeri Cempaka Biru",
    title="Sosialisasi netralitas",
    days="Kamis, 21 November 2024",
    place="Kota Cendana (contoh)",
    signed="Kota Cendana (contoh), 22 November 2024",
    office="Pjs Wali Kota Cendana",
    signatory="Angsana Contohwati",
    code="ABCD-2345-EFGH-6789",
    url="https://sinetra.example/id/sertifikat/ABCD2345EFGH6789/",
    exercise="",
)


def text_of(body: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(body)).pages]


def test_everything_that_makes_it_checkable_is_printed():
    (page,) = text_of(certificates_pdf([PAGE]))
    told = (PAGE.number, PAGE.name, PAGE.title, PAGE.days, PAGE.office, PAGE.signatory, PAGE.code, PAGE.issuer)
    assert [words for words in told if words not in page] == []
    assert PAGE.url in page.replace(" ", "")


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    assert certificates_pdf([PAGE]) == certificates_pdf([PAGE])
    assert certificates_pdf([PAGE]) != certificates_pdf([replace(PAGE, number="0002/SERT/XI/2024")])


def test_of_an_exercise_each_page_says_so():
    assert "LATIHAN" not in text_of(certificates_pdf([PAGE]))[0]
    drill = replace(PAGE, exercise="LATIHAN")
    assert all("LATIHAN" in page for page in text_of(certificates_pdf([drill, drill])))


def test_one_page_a_certificate_also_with_the_longest_words():
    long = replace(
        PAGE, name="Raden Mas " + "Contohputra " * 12, title="Sosialisasi netralitas " * 12, unit="Dinas " * 20
    )
    assert len(text_of(certificates_pdf([PAGE, long, PAGE]))) == 3


def test_words_that_look_like_a_program_are_printed_as_they_are():
    (page,) = text_of(certificates_pdf([replace(PAGE, name="#panic() *Ubi* $x$")]))
    assert "#panic() *Ubi* $x$" in page


@pytest.mark.parametrize("number", [0, MOST_PAGES + 1])
def test_none_or_too_many_are_refused(number):
    with pytest.raises(ValueError, match="certificates"):
        certificates_pdf([PAGE] * number)


@pytest.mark.parametrize(
    ("kind", "title", "printed"),
    [
        ("plt", "Sekretaris Daerah", "Plt. Sekretaris Daerah"),
        ("plh", "Sekretaris Daerah", "Plh. Sekretaris Daerah"),
        ("pj", "Wali Kota", "Pj. Wali Kota"),
        ("pjs", "Pjs. Wali Kota", "Pjs. Wali Kota"),
        ("pj", "Penjabat Wali Kota", "Penjabat Wali Kota"),
        ("definitive", "Wali Kota", "Wali Kota"),
    ],
)
def test_how_an_office_is_held_stands_before_it_once(kind, title, printed):
    assert office_words(kind, title) == printed
