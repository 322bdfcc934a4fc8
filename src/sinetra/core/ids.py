"""Time-ordered identifiers (UUID version 7, RFC 9562), so that rows written together lie together."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def uuid7(milliseconds: int | None = None, random_bits: int | None = None) -> UUID:
    """A UUIDv7 for a time in milliseconds since 1970; without arguments for now.

    >>> uuid7(0x17F22E279B0, 0).version
    7
    >>> uuid7(1, 0) < uuid7(2, 0)
    True
    """
    stamp = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    noise = secrets.randbits(74) if random_bits is None else random_bits
    high = (stamp & 0xFFFFFFFFFFFF) << 16 | 0x7000 | (noise >> 62 & 0xFFF)
    return UUID(int=high << 64 | 0x2 << 62 | noise & 0x3FFFFFFFFFFFFFFF)
