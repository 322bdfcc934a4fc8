"""A JPEG without its notes, its points untouched: for pictures inside a PDF, which are not drawn anew."""

from __future__ import annotations

_START, _SCAN = 0xD8, 0xDA
# APP0 is JFIF, APP14 says how Adobe's colours are meant; the other APPn and COM are notes: EXIF, XMP, IPTC, profiles.
_KEPT = frozenset({0xE0, 0xEE})
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE}) - _KEPT


def without_notes(content: bytes) -> bytes:
    """As it came when it is no JPEG. What follows the scan stays as it is.

    >>> without_notes(bytes.fromhex("ffd8 ffe10006 45786966 ffda0002 0102")).hex()
    'ffd8ffda00020102'
    >>> without_notes(b"teks")
    b'teks'
    """
    if content[:2] != bytes((0xFF, _START)):
        return content
    kept = [content[:2]]
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == _SCAN:
            break
        length = int.from_bytes(content[at + 2 : at + 4])
        if length < 2:
            break
        if marker not in _NOTES:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    return b"".join(kept) + content[at:]
