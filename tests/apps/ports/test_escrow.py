"""Shares on paper, and the copy of the ring that they open."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.errors import BadInput, Conflict, VerificationFailed
from sinetra.ports.escrow import open_ring, restore_ring, seal_ring
from sinetra.ports.keyring import Keyring
from sinetra.ports.shares import join, split


@settings(max_examples=60, deadline=None)
@given(secret=st.binary(min_size=1, max_size=40), data=st.data())
def test_any_set_of_enough_shares_gives_the_secret(secret: bytes, data: st.DataObject) -> None:
    shares = data.draw(st.integers(1, 6))
    needed = data.draw(st.integers(1, shares))
    papers = split(secret, shares=shares, needed=needed)
    for some in combinations(papers, needed):
        assert join(some) == secret
    assert join(papers) == secret


def test_too_few_shares_do_not_give_the_secret() -> None:
    secret = bytes(range(32))
    papers = split(secret, shares=3, needed=2)
    assert all(join([paper]) != secret for paper in papers)


def test_one_share_fits_every_secret() -> None:
    """Perfect secrecy, looked at: the first byte of one share of two takes all values for one secret."""
    seen = {split(b"x" * 4, shares=2, needed=2)[0][2:6] for _ in range(200)}
    assert len(seen) > 190


def test_every_slip_of_the_pen_is_noticed() -> None:
    [paper] = split(b"kunci" * 6, shares=1, needed=1)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    for place, letter in enumerate(paper[:-1]):
        if letter == "-":
            continue
        other = letters[(letters.index(letter) + 1) % 32]
        with pytest.raises(BadInput):
            join([paper[:place] + other + paper[place + 1 :]])


def test_small_letters_blanks_and_look_alikes_are_read() -> None:
    papers = split(b"kunci", shares=3, needed=2)
    written = [
        paper.lower().replace("-", " ").replace("o", "0").replace("i", "1").replace("b", "8") for paper in papers
    ]
    assert join(written[1:]) == b"kunci"


def test_a_share_given_twice_is_refused() -> None:
    papers = split(b"kunci", shares=3, needed=2)
    with pytest.raises(BadInput):
        join([papers[0], papers[0]])


@pytest.mark.parametrize(("shares", "needed"), [(0, 0), (2, 3), (21, 2), (3, 0)])
def test_impossible_numbers_are_refused(shares: int, needed: int) -> None:
    with pytest.raises(BadInput):
        split(b"x", shares=shares, needed=needed)


def test_the_copy_brings_the_ring_back(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys")
    ring.create()
    ring.rotate(ring.current("data").purpose)
    (ring.folder / "trusted-checkpoints-0011.pub").write_text("00" * 32)
    sealed = ring.seal("data", b"nama", b"")
    escrow = seal_ring(ring.folder, shares=3, needed=2)
    assert ring.current("data").secret not in escrow.sealed
    with pytest.raises(VerificationFailed):
        open_ring(escrow.sealed, escrow.papers[:1])
    with pytest.raises(VerificationFailed):
        open_ring(escrow.sealed[:-1] + b"x", escrow.papers[1:])
    assert restore_ring(escrow.sealed, escrow.papers[1:], tmp_path / "other") == 8
    assert Keyring(tmp_path / "other").open_sealed("data", sealed, b"") == b"nama"
    with pytest.raises(Conflict):
        restore_ring(escrow.sealed, escrow.papers[1:], tmp_path / "other")


def test_the_custodians_locked_key_comes_back_with_the_ring(tmp_path: Path) -> None:
    Keyring(tmp_path / "keys").create()
    locked = tmp_path / "keys" / "custodians" / "0123.locked"
    locked.parent.mkdir(mode=0o700)
    locked.write_bytes(bytes(range(256)))
    copy = seal_ring(tmp_path / "keys", shares=3, needed=2)
    restore_ring(copy.sealed, copy.papers[:2], tmp_path / "new")
    back = tmp_path / "new" / "custodians" / "0123.locked"
    assert back.read_bytes() == locked.read_bytes()
    assert back.stat().st_mode & 0o777 == 0o600
