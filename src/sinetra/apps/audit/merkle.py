"""Merkle root over the heads of all chains, leaf and node hashes kept apart (RFC 6962)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.canonical import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    organisation: str
    seq: int
    hash: str


def root(heads: Sequence[Head]) -> str:
    """As hex; the heads count in ascending order of organisation. No heads: the hash of nothing.

    >>> a, b = Head(organisation="a", seq=1, hash="00"), Head(organisation="b", seq=2, hash="01")
    >>> root([a, b]) == root([b, a]), root([a, b]) == root([a])
    (True, False)
    """
    ordered = sorted(heads, key=lambda head: head.organisation)
    level = [_leaf(head) for head in ordered]
    if not level:
        return hashlib.sha256(b"").hexdigest()
    while len(level) > 1:
        paired = [_node(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        level = paired + level[len(paired) * 2 :]
    return level[0].hex()


def _leaf(head: Head) -> bytes:
    return hashlib.sha256(b"\0" + canonical([head.organisation, head.seq, head.hash])).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()
