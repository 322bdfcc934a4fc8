"""What a PDF that comes back tells of itself: codes of documents, whether an electronic signature is inside.

It is never rendered or run: only its bytes and its deflated streams are searched, within bounds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_STREAMS, MOST_INFLATED = 5_000, 64 * 1024 * 1024
#: Of one stream so much is read; a beginning that is none costs as much of what may be inflated.
MOST_PACKED, COST_OF_NONE = 4 * 1024 * 1024, 16 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LETTER = rb"[0-9A-HJKMNP-TV-Z]"
# In the link round the QR, or grouped as in the keywords of the file.
_CODES = (
    re.compile(rb"/surat/(" + _LETTER + rb"{16})(?![0-9A-Za-z])"),
    re.compile(rb"(?<![0-9A-Za-z-])((?:" + _LETTER + rb"{4}-){3}" + _LETTER + rb"{4})(?![0-9A-Za-z-])"),
)
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_HEX_TEXT = re.compile(rb"<FEFF([0-9A-Fa-f]{4,4000})>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """``codes``: 16 letters each, without hyphens."""

    codes: frozenset[str]
    has_signature: bool


def carried(content: bytes) -> Carried:
    """
    >>> sorted(carried(b"%PDF-1.7 /URI(https://x.id/id/surat/ABCD2345EFGH6789/)").codes)
    ['ABCD2345EFGH6789']
    >>> carried(b"/Type/Sig /ByteRange[0 1 2 3]").has_signature
    True
    """
    codes: set[str] = set()
    signed = False
    for piece in pieces(content):
        # Titles and keywords of office programs are UTF-16, plain or as hexadecimal digits.
        spelled = b" ".join(bytes.fromhex(_even(found[1])) for found in _HEX_TEXT.finditer(piece))
        bare = _OCTAL.sub(lambda found: bytes([int(found[1], 8)]), piece)
        for text in (piece, bare.replace(b"\0", b""), spelled.replace(b"\0", b"")):
            for pattern in _CODES:
                codes.update(found[1].decode().replace("-", "") for found in pattern.finditer(text))
        signed = signed or b"/ByteRange" in piece
    return Carried(codes=frozenset(codes), has_signature=signed)


def _even(digits: bytes) -> str:
    return digits[: len(digits) // 2 * 2].decode()


def pieces(content: bytes) -> Iterator[bytes]:
    """The file itself, then each stream that inflates; a bomb is cut off."""
    yield content
    left = MOST_INFLATED
    for number, found in enumerate(_STREAM.finditer(content)):
        if number >= MOST_STREAMS or left <= 0:
            return
        try:
            packed = memoryview(content)[found.end() : found.end() + MOST_PACKED]
            text = zlib.decompressobj().decompress(packed, min(left, 4 * 1024 * 1024))
        except zlib.error:
            left -= COST_OF_NONE
            continue
        left -= len(text)
        yield text
