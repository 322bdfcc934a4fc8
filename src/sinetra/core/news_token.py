"""Tokens that tell a reporter "there is news" without being asked: a public list a day, padded and unlinkable.

Only who knows the code of a report can compute its token of a day. Two tokens of one report look as unrelated as two
random ones, and a list is as long as a power of two, filled up with random ones, so that its length tells little.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable
from datetime import date

TOKEN_BYTES = 16
#: A quiet day shows no shorter list than a busier one.
SHORTEST_LIST = 64
_SALT = b"sinetra news 1"
# Whoever has the list could try out codes against all reports at once: each try costs a thousand hashes.
_ROUNDS = 1000


def seed_of(code: str) -> bytes:
    """32 bytes, from the code as ``core.report_code`` spells it. The code cannot be computed back.

    >>> seed_of("kata") == seed_of("kata"), len(seed_of("kata"))
    (True, 32)
    """
    return hashlib.pbkdf2_hmac("sha256", code.encode(), _SALT, _ROUNDS)


def token(seed: bytes, day: date) -> bytes:
    """HMAC-SHA256 over the day, its first 16 bytes.

    >>> token(bytes(32), date(2024, 11, 22)).hex()
    'c62438ac395f874d3612d739608c29ac'
    """
    return hmac.digest(seed, day.isoformat().encode(), "sha256")[:TOKEN_BYTES]


def padded(tokens: Iterable[bytes], random: Callable[[int], bytes]) -> tuple[bytes, ...]:
    """Sorted, so that the place tells nothing. ``random``: so many random bytes.

    >>> len(padded([b"x" * 16], lambda size: bytes(size)))
    64
    """
    real = list(tokens)
    length = max(SHORTEST_LIST, 1 << (len(real) - 1).bit_length() if real else 0)
    return tuple(sorted([*real, *(random(TOKEN_BYTES) for _ in range(length - len(real)))]))
