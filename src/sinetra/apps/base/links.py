"""Links that stand for somebody without signing in: 128 random bits, of which only a keyed hash is stored."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``text`` is told once and not stored; ``hash`` is what the row keeps."""

    text: str
    hash: str

    def __repr__(self) -> str:
        return f"Link({self.hash[:8]})"


def new_link(kind: str) -> Link:
    """``kind`` says what it opens: a link of one kind is none of another."""
    text = secrets.token_urlsafe(16)
    return Link(text=text, hash=keyed_hash(Purpose.CODE, _message(kind, text)).hex())


def link_hashes(kind: str, text: str) -> tuple[str, ...]:
    """What a link may be stored as, by every version of the key."""
    return tuple(found.hex() for found in keyed_hashes(Purpose.CODE, _message(kind, text)))


def _message(kind: str, text: str) -> bytes:
    return f"link\0{kind}\0{text}".encode()
