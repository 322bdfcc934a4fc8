from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey

from sinetra.core.errors import VerificationFailed
from sinetra.core.packages import LARGEST, Attachment, Kind, Package, Party, verify, write

BAWASLU, BKN = Party(kind="bawaslu", name="Bawaslu Kota Cendana"), Party(kind="bkn", name="BKN")
KEYS = {BAWASLU: SigningKey(b"b" * 32), BKN: SigningKey(b"k" * 32)}
PACKAGE = Package(
    kind=Kind.FORWARDING,
    id=UUID(int=7),
    sender=BAWASLU,
    recipient=BKN,
    created_at=datetime(2024, 11, 22, 3, tzinfo=UTC),
    content={"number": "001/2024", "acts": ["like"], "summary": "Ringkasan – kajian"},
    attachments=(Attachment(name="kajian.pdf", media_type="application/pdf", size=3, sha256="ab" * 32),),
)


def sign(message: bytes) -> bytes:
    return bytes(KEYS[BAWASLU].sign(message).signature)


def check(party: Party, message: bytes, signature: bytes) -> bool | None:
    if party not in KEYS:
        return None
    try:
        KEYS[party].verify_key.verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def opened(raw: bytes, here: Party = BKN) -> Package:
    return verify(raw, check=check, addressed_here=lambda party: party == here)


def altered(**changes: object) -> bytes:
    return json.dumps(json.loads(write(PACKAGE, sign)) | changes).encode()


def problem(raw: bytes, here: Party = BKN) -> str:
    with pytest.raises(VerificationFailed) as caught:
        opened(raw, here)
    assert str(caught.value)
    return caught.value.code


def test_a_package_is_read_back_as_it_was_written() -> None:
    assert opened(write(PACKAGE, sign)) == PACKAGE


def test_other_blanks_and_another_order_of_fields_change_nothing() -> None:
    document = json.loads(write(PACKAGE, sign))
    again = json.dumps(dict(reversed(document.items())), indent=7, ensure_ascii=True).encode()
    assert opened(again).digest() == PACKAGE.digest()


@pytest.mark.parametrize(
    "change",
    [
        {"content": {"number": "001/2024", "acts": ["share"], "summary": "Ringkasan – kajian"}},
        {"id": str(UUID(int=8))},
        {"kind": "return"},
        {"created_at": "2024-11-23T03:00:00+00:00"},
        {"attachments": []},
        {"to": {"kind": "bkn", "name": "BKN lain"}},
    ],
)
def test_altered_content_is_named(change: dict[str, object]) -> None:
    assert problem(altered(**change)) == "package_altered"


def test_a_signature_of_somebody_else_is_named() -> None:
    forged = write(PACKAGE, lambda message: bytes(KEYS[BKN].sign(message).signature))
    assert problem(forged) == "package_signature"


def test_content_altered_together_with_its_digest_does_not_fit_the_signature() -> None:
    other = Package(**{name: getattr(PACKAGE, name) for name in Package.__slots__} | {"content": {"acts": []}})
    document = json.loads(write(other, sign)) | {"signature": json.loads(write(PACKAGE, sign))["signature"]}
    assert problem(json.dumps(document).encode()) == "package_signature"


def test_an_unknown_sender_is_named() -> None:
    stranger = Party(kind="bawaslu", name="Bawaslu lain")
    other = Package(**{name: getattr(PACKAGE, name) for name in Package.__slots__} | {"sender": stranger})
    assert problem(write(other, sign)) == "package_sender_unknown"


def test_a_package_for_somebody_else_is_refused() -> None:
    assert problem(write(PACKAGE, sign), here=BAWASLU) == "package_addressee"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"format": "sinetra-package/2"}',
        b"[" * 100_000,
        b" " * (LARGEST + 1),
        altered(extra=1),
        altered(signature="not base64!"),
        altered(signature=7),
        altered(kind="gift"),
        altered(content=[]),
        altered(attachments=[{"name": "x"}]),
        altered(created_at="2024-11-22T03:00:00"),
        altered(id="7"),
        altered(**{"from": "BKN"}),
        altered(**{"from": {"kind": ["bkn"], "name": {}}}),
    ],
    ids=range(17),
)
def test_what_is_no_whole_package_is_refused_without_an_accident(raw: bytes) -> None:
    assert problem(raw) == "package_unreadable"


def test_every_flipped_byte_is_found() -> None:
    raw = write(PACKAGE, sign)
    for place in range(0, len(raw), 3):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        try:
            read = opened(changed)
        except VerificationFailed:
            continue
        assert read == PACKAGE, place  # a blank between fields
