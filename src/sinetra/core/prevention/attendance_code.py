"""The rotating code of a session: eight signs of a keyed hash over the session and a minute. Nothing is stored.

A photographed code is worth nothing two minutes later. The key stays with the caller: here are only the message that
is hashed, the minutes for which a code counts, and how a hash is written for people and addresses.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

STEP_SECONDS = 60
#: Clocks differ a little, and a telephone needs a moment to open the page.
GRACE_SECONDS = 15
LENGTH = 8
LINK_LENGTH = 20
# Without letters and digits that look alike: 32 signs, five bits each.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz1"


def step_of(at: datetime) -> int:
    """The minute of an aware instant, counted from 1970."""
    return int(at.timestamp()) // STEP_SECONDS


def accepted_steps(at: datetime) -> range:
    """The current minute, the one before, and those within the grace.

    >>> from datetime import UTC
    >>> [step - 1_000_000 for step in accepted_steps(datetime.fromtimestamp(60_000_030, UTC))]
    [-1, 0]
    >>> [step - 1_000_000 for step in accepted_steps(datetime.fromtimestamp(60_000_005, UTC))]
    [-2, -1, 0]
    """
    second = int(at.timestamp())
    first = (second - STEP_SECONDS - GRACE_SECONDS) // STEP_SECONDS
    return range(first, (second + GRACE_SECONDS) // STEP_SECONDS + 1)


def step_message(session: UUID, step: int) -> bytes:
    """What is hashed for one minute of a session."""
    return b"attendance\0" + session.bytes + step.to_bytes(8, "big")


def link_message(session: UUID) -> bytes:
    """What is hashed for the link that an organiser sends; it counts while the session is open."""
    return b"attendance-link\0" + session.bytes


def offline_message(session: UUID, issued_at: str) -> bytes:
    """What is hashed for the file with which an organiser works without a network."""
    return b"attendance-offline\0" + session.bytes + issued_at.encode()


def written(digest: bytes, length: int = LENGTH) -> str:
    """A hash of at least 20 bytes as signs that are read aloud and typed without doubt.

    >>> written(bytes(32)), len(written(b"x" * 32, LINK_LENGTH))
    ('22222222', 20)
    """
    number = int.from_bytes(digest[:20], "big")
    return "".join(_SIGNS[(number >> (155 - 5 * place)) & 31] for place in range(length))


def is_one_of(code: str, digests: Iterable[bytes], length: int = LENGTH) -> bool:
    """Whether ``code`` is how one of the hashes is written. Looks at all of them, each in constant time."""
    said = code.strip().lower().encode()
    found = [hmac.compare_digest(said, written(digest, length).encode()) for digest in digests]
    return True in found
