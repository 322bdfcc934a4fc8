"""An official document prints what it is told, says what its form rests on, and gives the same bytes."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sinetra.core.documents.official import FormNote, OfficialDocument, Passage, official_pdf

sys.path.insert(0, str(Path(__file__).resolve().parent))

from official_sample import LETTER, URL

FORM = replace(LETTER, layout="form", paper="a4", signers=(("Yang memberi keterangan", "Teratai"),))


def read(document: OfficialDocument) -> tuple[str, tuple[float, float]]:
    reader = PdfReader(BytesIO(official_pdf(document, url=URL)))
    box = reader.pages[0].mediabox
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    return text, (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4))


@pytest.mark.parametrize("document", [LETTER, FORM])
def test_the_same_document_gives_the_same_bytes(document: OfficialDocument) -> None:
    assert official_pdf(document, url=URL) == official_pdf(document, url=URL)


def test_a_changed_word_gives_other_bytes() -> None:
    assert official_pdf(LETTER, url=URL) != official_pdf(replace(LETTER, nature="Biasa"), url=URL)


def test_a_letter_says_what_tata_naskah_dinas_asks_for() -> None:
    text, size = read(LETTER)
    for words in ("012/PM/XI/2024", "Segera", "Hal", "Tembusan", "a.n. Ketua", "u.b.", "LATIHAN", LETTER.code):
        assert words in text, words
    assert size == (215, 330)


def test_text_that_looks_like_a_program_is_printed_as_it_is() -> None:
    assert "Dugaan #[1] *ini* belum terbukti." in read(LETTER)[0]


def test_a_form_has_its_signers_and_its_own_paper() -> None:
    text, size = read(FORM)
    assert "Yang memberi keterangan" in text and "Teratai" in text
    assert size == (210, 297)


def test_a_code_that_was_never_read_stands_in_the_foot_as_unchecked_and_never_at_the_head() -> None:
    text, _ = read(FORM)
    assert "Kode formulir A.7" in text and "bukan kode resmi" in text
    assert "Formulir A.7" not in text


def test_a_code_that_was_read_in_its_rule_stands_at_the_head() -> None:
    text, _ = read(replace(FORM, form=FormNote(code="B", rule="Perbawaslu 7/2022", confidence="x", printed=True)))
    assert "Formulir B" in text and "bukan kode resmi" not in text


def test_unread_words_are_marked_and_the_foot_says_so() -> None:
    text, _ = read(replace(FORM, passages=(Passage(heading="Sumpah", paragraphs=("…",), unchecked=True),)))
    assert "Sumpah *)" in text and "belum dibaca pada naskah resminya" in text


def test_a_draft_bears_its_word_and_no_check_code() -> None:
    text, _ = read(replace(LETTER, number="", code=""))
    assert "KONSEP" in text and "(belum bernomor)" in text and "Periksa keaslian" not in text


def test_a_document_survives_being_kept_as_json() -> None:
    for document in (LETTER, FORM):
        assert OfficialDocument.of(document.to_json()) == document
