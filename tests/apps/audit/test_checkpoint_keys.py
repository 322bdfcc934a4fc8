"""What a restored backup says about its keys is a claim: never good for packages, nor for checkpoints unconfirmed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from sinetra.apps.audit.checkpoint_keys import Standing, confirm, named, note, standing, unconfirmed
from sinetra.core.errors import BadInput
from sinetra.ports.escrow import open_ring, seal_ring
from sinetra.ports.keyring import Keyring


def ring(folder: Path) -> Keyring:
    made = Keyring(folder)
    made.create()
    return made


def test_a_noted_key_counts_only_when_it_is_confirmed_and_never_for_packages(tmp_path: Path) -> None:
    old, here = ring(tmp_path / "old"), ring(tmp_path / "here")
    signature = old.sign(b"checkpoint")
    assert standing(here, b"checkpoint", signature) is Standing.FALSE
    note(here, old.public_keys())
    assert standing(here, b"checkpoint", signature) is Standing.UNVERIFIED
    assert standing(here, b"changed", signature) is Standing.FALSE
    [(key_id, public)] = old.public_keys().items()
    assert unconfirmed(here) == {key_id: public}
    assert confirm(here, public.hex().upper()) == key_id
    assert standing(here, b"checkpoint", signature) is Standing.GENUINE
    assert standing(here, b"changed", signature) is Standing.FALSE
    assert confirm(here, public.hex()) == key_id, "twice is once"
    assert not here.verify(b"checkpoint", signature), "packages are held against the ring"
    assert standing(old, b"checkpoint", signature) is Standing.GENUINE
    assert {stat.S_IMODE(path.stat().st_mode) for path in here.folder.glob("*.pub")} == {0o600}


def test_another_key_by_a_known_id_is_passed_over(tmp_path: Path) -> None:
    here, forger = ring(tmp_path / "here"), ring(tmp_path / "forger")
    [key_id] = here.public_keys()
    [forged] = forger.public_keys().values()
    note(here, {key_id: forged})
    assert unconfirmed(here) == {}
    signature = bytes.fromhex(key_id) + forger.sign(b"checkpoint")[8:]
    assert standing(here, b"checkpoint", signature) is Standing.FALSE
    with pytest.raises(BadInput):
        confirm(here, forged.hex())


def test_the_number_of_a_key_confirms_nothing(tmp_path: Path) -> None:
    old, here = ring(tmp_path / "old"), ring(tmp_path / "here")
    note(here, old.public_keys())
    for text in (next(iter(old.public_keys())), "", "00" * 32, "x"):
        with pytest.raises(BadInput, match="--trust"):
            confirm(here, text)
    assert named(here) == here.public_keys() | old.public_keys()


def test_the_sealed_copy_takes_along_what_was_confirmed_and_not_what_was_only_claimed(tmp_path: Path) -> None:
    old, claimed, here = ring(tmp_path / "old"), ring(tmp_path / "claimed"), ring(tmp_path / "here")
    note(here, old.public_keys() | claimed.public_keys())
    confirm(here, next(iter(old.public_keys().values())).hex())
    escrow = seal_ring(here.folder, shares=3, needed=2)
    files = open_ring(escrow.sealed, list(escrow.papers[:2]))
    assert [name for name in files if name.endswith(".pub")] == [
        f"trusted-checkpoints-{next(iter(old.public_keys()))}.pub"
    ]
