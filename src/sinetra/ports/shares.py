"""Shamir's secret sharing over GF(256): any ``needed`` of the shares give the secret, fewer say nothing about it.

On paper a share is groups of base32 with its number and a checksum, so that a slip of the pen is noticed at once.
"""

from __future__ import annotations

import hashlib
import secrets
from base64 import b32decode, b32encode
from collections.abc import Sequence

from sinetra.core.errors import BadInput, gettext_noop

_CHECK = 3


def _tables() -> tuple[list[int], list[int]]:
    """Powers and logarithms of the generator 3, with the polynomial x^8 + x^4 + x^3 + x + 1."""
    powers, logs, value = [0] * 512, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)
    return powers, logs


_POWERS, _LOGS = _tables()


def _times(a: int, b: int) -> int:
    return _POWERS[_LOGS[a] + _LOGS[b]] if a and b else 0


def _over(a: int, b: int) -> int:
    return _POWERS[_LOGS[a] + 255 - _LOGS[b]] if a else 0


def split(secret: bytes, *, shares: int, needed: int) -> list[str]:
    """Errors: ``BadInput`` unless 1 <= needed <= shares <= 20."""
    if not 1 <= needed <= shares <= 20:
        message = gettext_noop("%(field)s: perlu %(accepted)s")
        raise BadInput(message, field="--shares", accepted=["1 <= --needed <= --shares <= 20"])
    lines = [[byte, *secrets.token_bytes(needed - 1)] for byte in secret]
    return [_on_paper(x, bytes(_value(line, x) for line in lines)) for x in range(1, shares + 1)]


def join(papers: Sequence[str]) -> bytes:
    """The secret. With too few shares it is a wrong one, which the seal that it should open refuses.

    Errors: ``BadInput`` for a share that was mistyped or given twice.
    """
    points = [_from_paper(paper) for paper in papers]
    places = [x for x, _ in points]
    if len(set(places)) != len(places) or not points or len({len(y) for _, y in points}) != 1:
        raise _mistyped("; ".join(papers))
    return bytes(_at_zero(places, values) for values in zip(*(y for _, y in points), strict=True))


def _value(line: Sequence[int], x: int) -> int:
    total = 0
    for coefficient in reversed(line):
        total = _times(total, x) ^ coefficient
    return total


def _at_zero(places: Sequence[int], values: Sequence[int]) -> int:
    """Lagrange's interpolation at 0."""
    total = 0
    for i, value in enumerate(values):
        weight = 1
        for j, place in enumerate(places):
            if j != i:
                weight = _times(weight, _over(place, place ^ places[i]))
        total ^= _times(value, weight)
    return total


def _on_paper(x: int, share: bytes) -> str:
    content = bytes([x]) + share
    text = b32encode(content + hashlib.sha256(content).digest()[:_CHECK]).decode().rstrip("=")
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _from_paper(paper: str) -> tuple[int, bytes]:
    # 0, 1 and 8 are not in the alphabet: people write them for O, I and B.
    text = "".join(paper.upper().split()).replace("-", "").translate(str.maketrans("018", "OIB"))
    try:
        content = b32decode(text + "=" * (-len(text) % 8))
    except ValueError as error:
        raise _mistyped(paper) from error
    body, check = content[:-_CHECK], content[-_CHECK:]
    if len(body) < 2 or hashlib.sha256(body).digest()[:_CHECK] != check:
        raise _mistyped(paper)
    return body[0], body[1:]


def _mistyped(paper: str) -> BadInput:
    message = gettext_noop("%(field)s: %(start)s… salah tulis atau dipakai dua kali")
    return BadInput(message, field="share", start=paper.strip()[:4])
