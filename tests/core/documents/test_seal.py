"""A sealed PDF is accepted exactly as it was sealed: one changed byte and it is refused."""

from __future__ import annotations

import hashlib
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import Seal, SealProblem, Verdict, check_pdf, sealed_pdf
from sinetra.ports.keyring import Keyring
from sinetra.ports.signer import TEST_SEAL, LocalTestSigner

sys.path.insert(0, str(Path(__file__).resolve().parent))

from official_sample import LETTER, URL

BODY = official_pdf(LETTER, url=URL)
SEAL = Seal(
    kind="summons",
    number=LETTER.number,
    office=LETTER.office,
    issued_at="2024-11-22T08:10:00+07:00",
    sealed_as=TEST_SEAL,
    sha256=hashlib.sha256(BODY).hexdigest(),
)


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> LocalTestSigner:
    return made(tmp_path_factory.mktemp("ring"))


def made(folder: Path) -> LocalTestSigner:
    keys = Keyring(folder)
    keys.create()
    return LocalTestSigner(keys)


@pytest.fixture(scope="module")
def sealed(ring: LocalTestSigner) -> bytes:
    return sealed_pdf(BODY, SEAL, ring.sign)


def test_it_is_accepted_as_it_was_sealed(ring: LocalTestSigner, sealed: bytes) -> None:
    found = check_pdf(sealed, ring.check)
    assert found.as_json() == {
        "ok": True,
        "sha256": hashlib.sha256(sealed).hexdigest(),
        "signed_by": "Bawaslu Kota Cendana (contoh) (segel uji)",
        "kind": "summons",
        "issued_at": "2024-11-22T08:10:00+07:00",
        "problems": [],
    }


def test_the_seal_is_never_called_certified(ring: LocalTestSigner, sealed: bytes) -> None:
    assert "sertifikasi" not in str(check_pdf(sealed, ring.check).as_json())


def test_the_same_key_gives_the_same_bytes_and_readers_still_open_it(ring: LocalTestSigner, sealed: bytes) -> None:
    assert sealed_pdf(BODY, SEAL, ring.sign) == sealed
    assert sealed.startswith(BODY)
    reader = PdfReader(BytesIO(sealed))
    assert len(reader.pages) == 1
    assert reader.trailer["/SinetraSeal"].get_object()["/Type"] == "/SinetraSeal"


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_one_flipped_bit_is_refused_wherever_it_is(ring: LocalTestSigner, sealed: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sealed) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    changed = bytearray(sealed)
    changed[place] ^= bit
    assert not check_pdf(bytes(changed), ring.check).ok


def problems(content: bytes, ring: LocalTestSigner) -> tuple[SealProblem, ...]:
    found: Verdict = check_pdf(content, ring.check)
    return found.problems


def test_what_is_wrong_is_named(ring: LocalTestSigner, sealed: bytes, tmp_path: Path) -> None:
    assert problems(BODY, ring) == (SealProblem.NO_SEAL,)
    assert problems(b"", ring) == (SealProblem.NO_SEAL,)
    assert problems(sealed + b"%%EOF\n", ring) == (SealProblem.APPENDED,)
    assert problems(sealed[:-1], ring) == (SealProblem.ALTERED,)
    assert problems(sealed.replace(b"Inter", b"Jnter", 1), ring) == (SealProblem.ALTERED,)
    assert problems(sealed, made(tmp_path)) == (SealProblem.UNKNOWN_KEY,)


def test_what_another_program_appends_leaves_our_bytes_and_is_told(ring: LocalTestSigner, sealed: bytes) -> None:
    writer = PdfWriter(BytesIO(sealed), incremental=True)
    writer.add_metadata({"/Producer": "penanda tangan lain"})
    out = BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(sealed)
    assert len(PdfReader(out).pages) == 1
    assert problems(out.getvalue(), ring) == (SealProblem.APPENDED,)


def test_a_signature_by_somebody_else_under_the_id_of_our_key_is_refused(ring: LocalTestSigner, tmp_path: Path) -> None:
    other, own = made(tmp_path), ring.sign(SEAL.message())[:8]
    forged = sealed_pdf(BODY, SEAL, lambda message: own + other.sign(message)[8:])
    assert problems(forged, ring) == (SealProblem.SIGNATURE,)


def test_a_seal_moved_to_another_file_is_refused(ring: LocalTestSigner, sealed: bytes) -> None:
    other = official_pdf(LETTER, url=URL + "x")
    assert SealProblem.ALTERED in problems(other + sealed[len(BODY) :], ring)
    with pytest.raises(ValueError, match="another file"):
        sealed_pdf(other, SEAL, ring.sign)
