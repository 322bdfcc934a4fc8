"""``sinetra verify-document``: exit 0 for exactly what was issued, 3 for anything else, 2 for no file at all."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from sinetra.apps.reports.proofs import sealed_proof
from sinetra.core import consult_proof
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.core.filing_proof import Statement, content_file, signed_text
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


@pytest.fixture
def proof(tmp_path: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A proof of filing as the office gives it out, with its content file and the text of its QR code beside it."""
    signer = LocalTestSigner(ring)
    content = content_file({"what": "Kata-kata pelapor."}, (), b"\x07" * 16)
    statement = Statement(
        office="Bawaslu Kota Cendana (contoh)",
        channel="report",
        filed_at="2024-11-22T08:10:00+07:00",
        filed_on="2024-11-22",
        zone="WIB",
        content=hashlib.sha256(content).hexdigest(),
        pieces=0,
        evidence="",
    )
    monkeypatch.setattr("sinetra.apps.reports.proofs.document_signer", lambda: signer)
    path = tmp_path / "bukti.pdf"
    path.write_bytes(sealed_proof(statement, (), URL, datetime.fromisoformat(statement.filed_at)))
    (tmp_path / "isi.json").write_bytes(content)
    (tmp_path / "qr.txt").write_text(signed_text(statement, signer.sign(statement.message())) + "\n")
    return path


@pytest.mark.parametrize("words", [("bukti.pdf",), ("qr.txt",), ("bukti.pdf", "--content", "isi.json")])
def test_a_proof_of_filing_is_accepted_as_pdf_as_text_and_with_its_content(
    sinetra: Run, proof: Path, words: tuple[str, ...]
) -> None:
    ran = sinetra("verify-document", *words, "--json")
    told = json.loads(ran.out)
    assert (ran.code, ran.err, told["ok"], told["kind"]) == (0, "", True, "filing_proof")
    assert told["issued_at"] == "2024-11-22T08:10:00+07:00"


def test_a_proof_that_was_touched_or_is_of_another_content_is_refused(sinetra: Run, proof: Path) -> None:
    content = proof.parent / "isi.json"
    content.write_bytes(content.read_bytes().replace(b"pelapor", b"orang lain"))
    ran = sinetra("verify-document", "bukti.pdf", "--content", "isi.json", "--json")
    assert (ran.code, json.loads(ran.out)["problems"]) == (3, ["other_content"])
    text = (proof.parent / "qr.txt").read_text()
    (proof.parent / "qr.txt").write_text(text[:40] + ("A" if text[40] != "A" else "B") + text[41:])
    assert sinetra("verify-document", "qr.txt", "--json").code == 3
    pdf = bytearray(proof.read_bytes())
    pdf[len(pdf) // 2] ^= 1
    proof.write_bytes(bytes(pdf))
    assert sinetra("verify-document", "bukti.pdf").code == 3


def test_a_proof_is_checked_elsewhere_by_the_published_key_and_by_no_other(
    sinetra: Run, proof: Path, ring: Keyring, tmp_path: Path
) -> None:
    elsewhere = {"SINETRA_KEYS": str(tmp_path / "none")}
    key = next(iter(ring.public_keys().values())).hex()
    assert sinetra("verify-document", "qr.txt", "--trust", key, **elsewhere).code == 0
    refused = sinetra("verify-document", "qr.txt", "--trust", "ab" * 32, "--json", **elsewhere)
    assert (refused.code, json.loads(refused.out)["problems"]) == (3, ["unknown_key"])


def test_the_code_of_a_proof_of_consultation_is_checked_as_text(sinetra: Run, tmp_path: Path, ring: Keyring) -> None:
    told = consult_proof.Statement(
        office="Pemerintah Kota Cendana (contoh)",
        zone="WIB",
        recorded_at="2024-10-03T09:10:00+07:00",
        recorded_on="2024-10-03",
        law_date="2024-10-12",
        team_on="",
        bawaslu_on="",
        bawaslu_by="",
        decided_at="",
        decided_on="",
        choice="",
        done_on="",
        issued_at="2024-10-03T09:20:00+07:00",
        content="ab" * 32,
    )
    path = tmp_path / "kode.txt"
    path.write_text(consult_proof.signed_text(told, LocalTestSigner(ring).sign(told.message())), encoding="utf-8")
    ran = sinetra("verify-document", str(path), "--json")
    assert (ran.code, json.loads(ran.out)["kind"]) == (0, "consult_proof")
    path.write_text(consult_proof.signed_text(told, b"x" * 72), encoding="utf-8")
    assert sinetra("verify-document", str(path), "--json").code == 3
