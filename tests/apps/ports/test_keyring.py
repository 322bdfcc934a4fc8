"""The key ring."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.errors import VerificationFailed
from sinetra.ports.keyring import Keyring, KeysMissing, Purpose, django_secret, verify_with


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Keyring:
    ring = Keyring(tmp_path_factory.mktemp("ring") / "keys")
    ring.create()
    return ring


@given(plaintext=st.binary(max_size=300), context=st.binary(max_size=40))
def test_what_was_sealed_opens_in_its_place_only(ring: Keyring, plaintext: bytes, context: bytes) -> None:
    sealed = ring.seal("data", plaintext, context)
    assert ring.open_sealed("data", sealed, context) == plaintext
    with pytest.raises(VerificationFailed):
        ring.open_sealed("data", sealed, context + b"x")
    with pytest.raises(KeysMissing):
        ring.open_sealed("view", sealed, context)


def test_no_byte_of_a_seal_can_be_changed(ring: Keyring) -> None:
    sealed = ring.seal("data", b"nama pelapor", b"report:1")
    for place in range(len(sealed)):
        forged = bytearray(sealed)
        forged[place] ^= 1
        with pytest.raises((VerificationFailed, KeysMissing)):
            ring.open_sealed("data", bytes(forged), b"report:1")
    for length in range(len(sealed)):
        with pytest.raises((VerificationFailed, KeysMissing)):
            ring.open_sealed("data", sealed[:length], b"report:1")


def test_after_a_rotation_the_old_key_reads_and_the_new_one_writes(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys")
    ring.create()
    other_process = Keyring(tmp_path / "keys")
    old = other_process.seal("data", b"x", b"")
    signature = other_process.sign(b"m")
    hashed = other_process.keyed_hash("code", b"kata")
    for purpose in Purpose:
        ring.rotate(purpose)
    assert other_process.current("data").version == 2
    assert not other_process.is_current("data", old)
    assert other_process.open_sealed("data", old, b"") == b"x"
    assert other_process.verify(b"m", signature)
    assert other_process.keyed_hash("code", b"kata") != hashed
    assert other_process.keyed_hashes("code", b"kata")[1] == hashed


def test_a_signature_holds_for_its_message_and_ring(ring: Keyring, tmp_path: Path) -> None:
    signature = ring.sign(b"surat")
    assert ring.verify(b"surat", signature)
    assert not ring.verify(b"surat lain", signature)
    assert not ring.verify(b"surat", signature[:-1] + bytes([signature[-1] ^ 1]))
    [public] = ring.public_keys().values()
    assert verify_with(public, b"surat", signature)
    assert not verify_with(public, b"surat", b"short")
    other = Keyring(tmp_path / "other")
    other.create()
    assert not other.verify(b"surat", signature)
    assert list(other.public_keys().values()) != [public]


def test_keyed_hashes_differ_by_purpose(ring: Keyring) -> None:
    assert len({ring.keyed_hash(purpose, b"sama") for purpose in ("code", "blind", "data")}) == 3


def test_only_the_owner_can_read_the_ring(ring: Keyring) -> None:
    assert stat.S_IMODE(ring.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in ring.folder.iterdir()} == {0o600}


def test_creating_again_changes_nothing(ring: Keyring) -> None:
    before = {path.name: path.read_bytes() for path in ring.folder.iterdir()}
    assert ring.create() == []
    assert {path.name: path.read_bytes() for path in ring.folder.iterdir()} == before


def test_without_a_ring_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="sinetra keys new"):
        Keyring(tmp_path / "none").seal("data", b"", b"")


def test_the_secret_of_django_is_stable_with_a_ring_and_random_without(ring: Keyring, tmp_path: Path) -> None:
    assert django_secret(ring.folder) == django_secret(ring.folder)
    assert len(django_secret(ring.folder)) == 64
    assert django_secret(tmp_path / "none") != django_secret(tmp_path / "none")


def test_a_key_never_shows_its_secret(ring: Keyring) -> None:
    key = ring.current("data")
    assert key.secret.hex() not in repr(key)
    assert str(key.secret) not in repr(key)
