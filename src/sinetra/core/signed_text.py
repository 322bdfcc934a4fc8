"""What a QR code carries so that it can be checked without asking anybody: a word, a content, its signature."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

#: Of a text that somebody pastes so much is read.
LONGEST_TEXT = 4_000
_PART = r"\.([A-Za-z0-9_-]{20,2000})"


def signed_text(word: str, content: bytes, signature: bytes) -> str:
    """
    >>> signed_text("WORD-1", b"a content that is long enough", bytes(16))
    'WORD-1.YSBjb250ZW50IHRoYXQgaXMgbG9uZyBlbm91Z2g.AAAAAAAAAAAAAAAAAAAAAA'
    """
    return f"{word}.{_packed(content)}.{_packed(signature)}"


def read_signed(word: str, text: str) -> tuple[bytes, bytes]:
    """Content and signature, wherever they stand in ``text``: an address, a line that was pasted.

    Errors: ``ValueError``, when there is none or it is damaged.

    >>> read_signed("WORD-1", "https://x.id/#WORD-1.YSBjb250ZW50IHRoYXQgaXMgbG9uZyBlbm91Z2g.AAAAAAAAAAAAAAAAAAAAAA")[0]
    b'a content that is long enough'
    """
    found = re.search(re.escape(word) + _PART + _PART, "".join(text[: LONGEST_TEXT * 2].split()))
    if found is None:
        raise ValueError("no signed text")
    return _unpacked(found[1]), _unpacked(found[2])


def _packed(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _unpacked(text: str) -> bytes:
    """One text for one content: bits that carry nothing must be zero."""
    content = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _packed(content) != text:
        raise ValueError("bits that carry nothing")
    return content
