"""The statement of a proof: in a QR code, on a sheet, against a content file; what was touched is refused."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.documents.filing_check import ProofProblem, check_filing
from sinetra.core.documents.filing_proof import MOST_LISTED, ProofSheet, proof_pdf, statement_in
from sinetra.core.documents.seal import Seal, SealProblem, sealed_pdf
from sinetra.core.errors import BadInput
from sinetra.core.filing_proof import Statement, content_digest, content_file, digest_of, read_text, signed_text

CONTENT = {"what": "Akun lurah menyukai unggahan.", "acts": ["like"]}
FILE = content_file(CONTENT, (), b"\x07" * 16)
PLAIN = Statement(
    office="Bawaslu Kota Cendana (contoh)",
    channel="initial_information",
    filed_at="2024-11-22T08:10:00+07:00",
    filed_on="2024-11-22",
    zone="WIB",
    content=hashlib.sha256(FILE).hexdigest(),
    pieces=0,
    evidence="",
)


def sign(message: bytes) -> bytes:
    return b"testkey!" + hashlib.sha512(b"secret" + message).digest()


def check(message: bytes, signature: bytes) -> bool | None:
    return signature == sign(message) if signature.startswith(b"testkey!") else None


def sheet(statement: Statement = PLAIN, evidence: tuple[str, ...] = ()) -> bytes:
    return proof_pdf(
        ProofSheet(
            statement=statement,
            signature=sign(statement.message()),
            evidence=evidence,
            channel="Informasi awal",
            filed="22 November 2024, 08.10 WIB",
            address="https://bawaslu.contoh/id/bukti/",
            seal="segel uji",
            exercise="",
        )
    )


def issued(statement: Statement = PLAIN) -> bytes:
    content = sheet(statement)
    seal = Seal(
        kind="filing_proof",
        number="1",
        office=statement.office,
        issued_at="2024-11-22T08:11:00+07:00",
        sealed_as="segel uji",
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, sign)


texts = st.text(max_size=40)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(texts, digests, st.lists(digests, max_size=4), st.binary(min_size=72, max_size=72))
def test_whatever_is_stated_comes_back_from_the_text(
    office: str, content: str, files: list[str], signature: bytes
) -> None:
    told = replace(PLAIN, office=office, content=content, pieces=len(files), evidence=digest_of(files))
    text = signed_text(told, signature)
    assert read_text(f"https://bawaslu.contoh/id/bukti/#{text}") == (told, signature)
    assert read_text("\n".join(text[start : start + 60] for start in range(0, len(text), 60))) == (told, signature)


@settings(max_examples=40)
@given(st.integers(min_value=16, max_value=400), st.sampled_from("ABCxyz019-_"))
def test_one_letter_changed_in_the_text_is_refused(place: int, letter: str) -> None:
    text = signed_text(PLAIN, sign(PLAIN.message()))
    place = place % (len(text) - 1)
    changed = text[:place] + letter + text[place + 1 :]
    assert check_filing(changed.encode(), check).ok == (changed == text)


@pytest.mark.parametrize("field", ["office", "channel", "filed_on", "zone", "content"])
def test_each_thing_that_is_stated_is_signed(field: str) -> None:
    other = {"filed_on": "2024-11-21", "content": "0" * 64}.get(field, "lain")
    text = signed_text(replace(PLAIN, **{field: other}), sign(PLAIN.message()))
    assert check_filing(text.encode(), check).problems == (SealProblem.SIGNATURE,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SINETRA-BUKTI-1.",
        "SINETRA-BUKTI-1." + "A" * 40 + "." + "B" * 40,
        signed_text(replace(PLAIN, content="kurang"), b"x" * 72),
        signed_text(replace(PLAIN, pieces=2), b"x" * 72),
        signed_text(replace(PLAIN, filed_at="2024-11-22T08:10:00"), b"x" * 72),
        "[" * 5000,
    ],
)
def test_what_is_no_statement_is_told(text: str) -> None:
    with pytest.raises(BadInput):
        read_text(text)
    assert check_filing(text.encode(), check).problems == (ProofProblem.NO_PROOF,)


def test_a_signature_of_the_same_key_over_something_else_holds_for_no_proof() -> None:
    text = signed_text(PLAIN, sign(json.dumps(asdict(PLAIN)).encode()))
    assert check_filing(text.encode(), check).problems == (SealProblem.SIGNATURE,)


def test_the_same_statement_gives_the_same_sheet_and_it_carries_its_text() -> None:
    assert sheet() == sheet()
    assert statement_in(sheet()) == (PLAIN, sign(PLAIN.message()))


@pytest.mark.parametrize("count", [0, 1, MOST_LISTED, 200])
def test_it_is_one_sheet_however_many_files_there_are(count: int) -> None:
    files = tuple(hashlib.sha256(bytes([number])).hexdigest() for number in range(count))
    told = replace(
        PLAIN,
        office="Badan Pengawas Pemilihan Umum Kabupaten Kepulauan Contoh Cendana Utara (contoh)",
        pieces=count,
        evidence=digest_of(files),
    )
    reader = pypdf.PdfReader(io.BytesIO(sheet(told, files)))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text().replace(" ", "").replace("\n", "")
    assert (files[0] in text) == (0 < count <= MOST_LISTED) if files else "tidakada" in text
    assert "08.10WIB" in text


def test_the_pdf_as_issued_is_accepted_and_one_flipped_bit_is_not() -> None:
    content = issued()
    assert check_filing(content, check).ok
    for share in (0.02, 0.2, 0.5, 0.8, 0.99):
        changed = bytearray(content)
        changed[int(len(content) * share)] ^= 1
        assert not check_filing(bytes(changed), check).ok, share


def test_another_key_is_not_known_and_a_printed_copy_has_no_seal() -> None:
    assert SealProblem.UNKNOWN_KEY in check_filing(issued(), lambda message, signature: None).problems
    assert check_filing(sheet(), check).problems == (SealProblem.NO_SEAL,)


def test_the_content_file_is_its_content_and_another_one_is_not() -> None:
    assert check_filing(issued(), check, content=FILE).ok
    assert check_filing(issued(), check, content=json.dumps(json.loads(FILE), indent=2).encode()).ok, "laid out anew"
    others = (
        content_file(CONTENT | {"what": "Akun lurah menyukai unggahan!"}, (), b"\x07" * 16),
        content_file(CONTENT, ("ab" * 32,), b"\x07" * 16),
        content_file(CONTENT, (), b"\x08" * 16),
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
    )
    for other in others:
        assert check_filing(issued(), check, content=other).problems == (ProofProblem.OTHER_CONTENT,)


def test_without_the_salt_a_short_content_cannot_be_tried_out() -> None:
    """The twin: with it, it can; so the salt is on no sheet and in no code."""
    short = content_file({"what": "ya"}, (), bytes(range(16)))
    guesses = [content_file({"what": word}, (), bytes(16)) for word in ("ya", "tidak")]
    assert hashlib.sha256(short).hexdigest() not in {hashlib.sha256(guess).hexdigest() for guess in guesses}
    assert content_digest(content_file({"what": "ya"}, (), bytes(range(16)))) == hashlib.sha256(short).hexdigest()
    assert bytes(range(16)).hex() not in signed_text(replace(PLAIN, content=content_digest(short)), b"x" * 72)
