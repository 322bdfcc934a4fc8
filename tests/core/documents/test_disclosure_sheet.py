"""A disclosure on paper: the approved fields and nothing else, and who took the copy on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from sinetra.core.documents.disclosure import DisclosureSheet, ToldPerson, disclosure_pdf

PERSON = ToldPerson(
    name="Eukaliptus Contohputra", values=(("Jabatan", "Pengelola Jalan"), ("Unit kerja", "Dinas PUTR"))
)
SHEET = DisclosureSheet(
    reference="D-1A2B3C4D",
    office="Pemerintah Kota Cendana (contoh)",
    requester="Bawaslu Kota Cendana (contoh)",
    matter="004/TM/2024",
    purpose="Memastikan jabatan orang itu.",
    basis="UU 10/2016 pasal 30 huruf b",
    disclosed="22 November 2024",
    taken="Dahlia Contohsari, 22 November 2024 14.01 WIB",
    people=(PERSON,),
    exercise="",
)


def pages(sheet: DisclosureSheet) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(disclosure_pdf(sheet))).pages]


def test_it_says_what_was_told_to_whom_and_on_what_law():
    (page,) = pages(SHEET)
    told = (
        SHEET.office.upper(),
        SHEET.requester,
        SHEET.matter,
        SHEET.purpose,
        SHEET.basis,
        "Pengelola Jalan",
        "Dinas PUTR",
    )
    assert [words for words in told if words not in page] == []


def test_every_page_bears_who_took_the_copy_many_times():
    many = replace(SHEET, people=tuple(replace(PERSON, name=f"Kenari Contohwati {n}") for n in range(40)))
    found = pages(many)
    assert len(found) > 1
    assert all(page.count("Dahlia Contohsari") > 10 and page.count(SHEET.reference) > 10 for page in found)


def test_the_same_copy_gives_the_same_bytes_and_another_taker_others():
    assert disclosure_pdf(SHEET) == disclosure_pdf(SHEET)
    assert disclosure_pdf(SHEET) != disclosure_pdf(replace(SHEET, taken="Bakung Contohwati"))
