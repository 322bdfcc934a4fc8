"""The code that is printed on a paper: 80 bits as sixteen letters and digits that nobody confuses, in four groups."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def spelled(digest: bytes) -> str:
    """The first 80 bits. Errors: ``ValueError`` for fewer than 10 bytes.

    >>> spelled(bytes(10)), spelled(b"\\xff" * 32)
    ('0000000000000000', 'ZZZZZZZZZZZZZZZZ')
    """
    if len(digest) < 10:
        raise ValueError("a code needs 80 bits")
    number = int.from_bytes(digest[:10], "big")
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(75, -1, -5))


def grouped(code: str) -> str:
    """
    >>> grouped("ABCD2345EFGH6789")
    'ABCD-2345-EFGH-6789'
    """
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def as_typed(text: str) -> str | None:
    """The code that somebody means; None when it can be none.

    >>> as_typed(" abcd 2345-efgh-678o "), as_typed("abcd")
    ('ABCD2345EFGH6780', None)
    """
    code = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_LOOKS_LIKE)
    return code if len(code) == LENGTH and all(letter in ALPHABET for letter in code) else None
