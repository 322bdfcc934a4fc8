"""``sinetra verify-document``: exit 0 for exactly what was issued, 3 for anything else, 2 for no file at all."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.ports.keyring import Keyring
from sinetra.ports.signer import LocalTestSigner

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "core" / "documents"))

from official_sample import LETTER, URL


@pytest.fixture
def ring(tmp_path: Path) -> Keyring:
    keys = Keyring(tmp_path / "data" / "keys")
    (tmp_path / "data").mkdir()
    keys.create()
    return keys


@pytest.fixture
def issued(tmp_path: Path, ring: Keyring) -> Path:
    signer, content = LocalTestSigner(ring), official_pdf(LETTER, url=URL)
    seal = Seal(
        kind=LETTER.kind,
        number=LETTER.number,
        office=LETTER.office,
        issued_at="2024-11-22T08:10:00+07:00",
        sealed_as=signer.word,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    path = tmp_path / "surat.pdf"
    path.write_bytes(sealed_pdf(content, seal, signer.sign))
    return path


def test_what_the_office_issued_is_accepted(sinetra: Run, issued: Path) -> None:
    ran = sinetra("verify-document", str(issued), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "ok": True,
        "sha256": hashlib.sha256(issued.read_bytes()).hexdigest(),
        "signed_by": "Bawaslu Kota Cendana (contoh) (segel uji)",
        "kind": "summons",
        "issued_at": "2024-11-22T08:10:00+07:00",
        "problems": [],
    }
    told = sinetra("verify-document", str(issued), SINETRA_LANG="en")
    assert told.code == 0 and "intact, as issued" in told.out


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.97, 0.995])
def test_one_flipped_byte_is_refused(sinetra: Run, issued: Path, share: float) -> None:
    content = bytearray(issued.read_bytes())
    content[int(len(content) * share)] ^= 1
    issued.write_bytes(bytes(content))
    ran = sinetra("verify-document", str(issued), "--json")
    found = json.loads(ran.out)
    assert ran.code == 3 and found["ok"] is False and found["problems"]


def test_a_signature_of_another_service_behind_it_is_told_and_not_vouched_for(sinetra: Run, issued: Path) -> None:
    issued.write_bytes(issued.read_bytes() + b"\n%%EOF\n")
    ran = sinetra("verify-document", str(issued), "--json")
    assert (ran.code, json.loads(ran.out)["problems"]) == (3, ["appended"])
    assert "periksa pada penerbitnya" in ran.err


def test_elsewhere_the_office_s_public_key_decides(sinetra: Run, issued: Path, ring: Keyring, tmp_path: Path) -> None:
    elsewhere = {"SINETRA_KEYS": str(tmp_path / "none")}
    refused = sinetra("verify-document", str(issued), "--json", **elsewhere)
    assert (refused.code, json.loads(refused.out)["problems"]) == (3, ["unknown_key"])
    key = next(iter(ring.public_keys().values())).hex()
    assert sinetra("verify-document", str(issued), "--trust", key, **elsewhere).code == 0


def test_any_other_pdf_is_refused(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "lain.pdf").write_bytes(official_pdf(LETTER, url=URL))
    ran = sinetra("verify-document", "lain.pdf", "--json")
    assert (ran.code, json.loads(ran.out)["problems"]) == (3, ["no_seal"])


def test_what_cannot_be_used_is_named(sinetra: Run, issued: Path) -> None:
    assert "FILE" in sinetra("verify-document", "tidak-ada.pdf", "--json").line
    assert "--trust" in sinetra("verify-document", str(issued), "--trust", "ab").line
