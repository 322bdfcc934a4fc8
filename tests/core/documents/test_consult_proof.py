"""The proof of good faith: in a QR code and on its sheets; what was touched is refused, and the code names nobody."""

from __future__ import annotations

import hashlib
import io
from dataclasses import asdict, replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.consult_proof import KIND, Statement, read_text, signed_text
from sinetra.core.documents.consult_check import check_consult, is_consult_text
from sinetra.core.documents.consult_proof import (
    AdviceSheet,
    ConsultSheet,
    Content,
    Line,
    ReadingSheet,
    consult_pdf,
    number_of,
    statement_in,
)
from sinetra.core.documents.filing_check import ProofProblem
from sinetra.core.documents.seal import Seal, SealProblem, sealed_pdf
from sinetra.core.errors import BadInput

NAME = "Seroja Contohwati"
CONTENT = Content(
    office="Pemerintah Kota Cendana (contoh)",
    name=NAME,
    about=(Line(term="Dicatat oleh", value=NAME), Line(term="Tempat", value="Lapangan Damar")),
    law="Menurut hukum pada hari acara, Sabtu, 12 Oktober 2024.",
    readings=(
        ReadingSheet(
            ask="Hadir dan mendengarkan saja",
            verdict="Boleh",
            summary="Boleh hadir pasif.",
            sources=("Hadir pasif: SKB 2/2022 (perlu dicek)",),
            doubts=("Sumber berbeda.",),
            unknown=("Apakah ditugaskan?",),
        ),
    ),
    advices=(
        AdviceSheet(who="Tim Netralitas", came="4 Oktober 2024", stance="Boleh dengan batas", text="a", sources=("b",)),
        AdviceSheet(who="Bawaslu", came="Belum ada nasihat.", stance="", text="", sources=()),
    ),
    decision=(Line(term="Keputusan", value="Tidak memenuhi"),),
)
PLAIN = Statement(
    office=CONTENT.office,
    zone="WIB",
    recorded_at="2024-10-03T09:10:00+07:00",
    recorded_on="2024-10-03",
    law_date="2024-10-12",
    team_on="2024-10-04",
    bawaslu_on="",
    bawaslu_by="",
    decided_at="2024-10-06T09:10:00+07:00",
    decided_on="2024-10-06",
    choice="decline",
    done_on="",
    issued_at="2024-10-06T10:00:00+07:00",
    content=CONTENT.digest(),
)


def sign(message: bytes) -> bytes:
    return b"testkey!" + hashlib.sha512(b"secret" + message).digest()


def check(message: bytes, signature: bytes) -> bool | None:
    return signature == sign(message) if signature.startswith(b"testkey!") else None


def sheet() -> bytes:
    return consult_pdf(
        ConsultSheet(
            content=CONTENT,
            statement=PLAIN,
            signature=sign(PLAIN.message()),
            issued="6 Oktober 2024",
            address="https://kota.contoh/id/undangan/periksa/",
            seal="segel uji",
            exercise="LATIHAN",
        )
    )


@pytest.fixture(scope="module")
def issued() -> bytes:
    content = sheet()
    seal = Seal(
        kind=KIND,
        number=number_of(PLAIN),
        office=PLAIN.office,
        issued_at=PLAIN.issued_at,
        sealed_as="segel uji",
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, sign)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def test_everything_that_was_told_read_advised_and_decided_is_printed(issued: bytes):
    text = text_of(issued)
    for word in (
        *(NAME, "Lapangan Damar", "Sabtu, 12 Oktober 2024", "mendengarkan saja: Boleh", "(perlu dicek)"),
        *("Apakah ditugaskan?", "Tim Netralitas: Boleh dengan batas", "Belum ada nasihat.", "Tidak memenuhi"),
        *("LATIHAN", "Bertanya bukan tanda bersalah", "sinetra verify-document", number_of(PLAIN)),
    ):
        assert word in text, word
    assert issued.startswith(sheet()), "the same content gives the same bytes"


def test_the_whole_file_is_checked_and_a_changed_letter_is_found(issued: bytes):
    good = check_consult(issued, check)
    assert (good.ok, good.is_whole, good.statement) == (True, True, PLAIN)
    assert good.as_json()["kind"] == "consult_proof"
    body = len(sheet())
    for place in (200, body // 2, body - 10):
        touched = bytearray(issued)
        touched[place] ^= 1
        assert SealProblem.ALTERED in check_consult(bytes(touched), check).problems
    assert check_consult(sheet(), check).problems == (SealProblem.NO_SEAL,)


def test_the_code_holds_the_statement_and_names_neither_who_asked_nor_who_invited(issued: bytes):
    assert statement_in(issued) == (PLAIN, sign(PLAIN.message()))
    line = signed_text(PLAIN, sign(PLAIN.message()))
    assert len(line) < 1500
    assert NAME not in str(asdict(PLAIN)) and "Damar" not in str(asdict(PLAIN))
    found = check_consult(f"https://lain.contoh/#{line}".encode(), check)
    assert found.ok and not found.is_whole and is_consult_text(line.encode())


@given(
    changed=st.sampled_from(
        [
            {"team_on": "2024-10-03"},
            {"bawaslu_on": "2024-10-04", "bawaslu_by": "package"},
            {"choice": "accept"},
            {"decided_on": "2024-10-05"},
            {"office": "Kantor lain"},
            {"content": "0" * 64},
        ]
    )
)
@settings(max_examples=12)
def test_no_part_of_the_statement_can_be_changed(changed: dict[str, str]):
    line = signed_text(replace(PLAIN, **changed), sign(PLAIN.message()))
    assert check_consult(line.encode(), check).problems == (SealProblem.SIGNATURE,)


@pytest.mark.parametrize(
    "changed",
    [
        {"choice": "perhaps"},
        {"bawaslu_on": "2024-10-04"},
        {"bawaslu_by": "letter"},
        {"bawaslu_on": "2024-10-04", "bawaslu_by": "hearsay"},
        {"content": "x"},
        {"recorded_at": ""},
        {"decided_at": "2024-10-06T09:10:00"},
        {"team_on": "besok"},
        {"law_date": ""},
    ],
)
def test_what_is_no_statement_is_not_read(changed: dict[str, str]):
    line = signed_text(replace(PLAIN, **changed), sign(b""))
    with pytest.raises(BadInput):
        read_text(line)
    assert check_consult(line.encode(), check).problems == (ProofProblem.NO_PROOF,)


@pytest.mark.parametrize("way", ["here", "package", "letter"])
def test_how_the_advice_of_bawaslu_came_is_signed_with_it(way: str):
    stated = replace(PLAIN, bawaslu_on="2024-10-04", bawaslu_by=way)
    line = signed_text(stated, sign(stated.message()))
    found = check_consult(line.encode(), check)
    assert found.ok and found.statement is not None and found.statement.bawaslu_by == way
    other = signed_text(replace(stated, bawaslu_by="here" if way != "here" else "package"), sign(stated.message()))
    assert check_consult(other.encode(), check).problems == (SealProblem.SIGNATURE,)


def test_a_foreign_key_and_a_text_without_a_proof_are_told_apart():
    line = signed_text(PLAIN, b"elsewhere" + sign(PLAIN.message())[9:])
    assert check_consult(line.encode(), check).problems == (SealProblem.UNKNOWN_KEY,)
    assert check_consult(b"halo", check).problems == (ProofProblem.NO_PROOF,)
    assert not is_consult_text(b"halo") and not is_consult_text(b"%PDF SINETRA-KONSULTASI-1.")


def test_other_words_on_the_sheet_are_another_digest():
    assert replace(CONTENT, law="Menurut hukum hari lain.").digest() != CONTENT.digest()
    assert replace(CONTENT, name="Orang lain").digest() != CONTENT.digest()
