"""Time-ordered identifiers (UUID version 7, RFC 9562), so that rows written together lie together."""

from __future__ import annotations

import secrets
import time
from threading import Lock
from uuid import UUID

_NOISE = 74  # bits
_STEP = 48  # bits of a random step: some ten million ids a millisecond
_lock = Lock()
_last = 0


def uuid7(milliseconds: int | None = None, random_bits: int | None = None) -> UUID:
    """A UUIDv7 for a time in milliseconds since 1970; without arguments for now, and then above all that this process
    has made before (RFC 9562, 6.2): logs that are read by id tell what came first.

    >>> uuid7(0x17F22E279B0, 0).version
    7
    >>> uuid7(1, 0) < uuid7(2, 0)
    True
    """
    if milliseconds is None and random_bits is None:
        return _uuid(_next())
    stamp = _now() if milliseconds is None else milliseconds
    noise = secrets.randbits(_NOISE) if random_bits is None else random_bits
    return _uuid(stamp << _NOISE | noise)


def _next() -> int:
    """Time and noise as one number. In the same millisecond, or when the clock was set back, the last one goes on by a
    random step; what does not fit into the noise runs over into the time."""
    global _last
    with _lock:
        fresh = _now() << _NOISE
        if fresh > _last:
            _last = fresh | secrets.randbits(_NOISE)
        else:
            _last += 1 + secrets.randbits(_STEP)
        return _last


def _now() -> int:
    return time.time_ns() // 1_000_000


def _uuid(value: int) -> UUID:
    stamp, noise = value >> _NOISE, value & (1 << _NOISE) - 1
    high = (stamp & 0xFFFFFFFFFFFF) << 16 | 0x7000 | (noise >> 62 & 0xFFF)
    return UUID(int=high << 64 | 0x2 << 62 | noise & 0x3FFFFFFFFFFFFFFF)
