"""Letters as files; signatures of the office."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from sinetra.core.errors import BadInput
from sinetra.ports.mail import FolderMailer, Letter
from sinetra.ports.signer import signer, verify_with


def letter(**changes: str) -> Letter:
    return Letter(
        **({"to": "a@contoh.invalid", "subject": "Perihal: ringkasan", "text": "isi\n", "key": "k"} | changes)
    )


def test_a_letter_is_one_file_however_often_it_is_handed_over(tmp_path: Path) -> None:
    mailer = FolderMailer(tmp_path / "mail")
    mailer.send(letter())
    mailer.send(letter())
    mailer.send(letter(key="other"))
    files = list((tmp_path / "mail").iterdir())
    assert len(files) == 2
    message = message_from_bytes(files[0].read_bytes(), policy=default)
    assert (message["To"], message["Subject"]) == ("a@contoh.invalid", "Perihal: ringkasan")
    assert message.get_content().splitlines() == ["isi"]


def test_a_subject_cannot_add_a_header(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        FolderMailer(tmp_path).send(letter(subject="x\nBcc: semua@contoh.invalid"))
    assert list(tmp_path.iterdir()) == []


def test_what_the_office_signs_others_verify_by_its_public_key() -> None:
    signature = signer().sign(b"paket")
    assert len(signature) == 72
    public = signer().public_keys()[signature[:8].hex()]
    assert verify_with(public, b"paket", signature)
    assert not verify_with(public, b"paket lain", signature)
    assert signer().verify(b"paket", signature)
