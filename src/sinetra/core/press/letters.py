"""Letters that went through the wrong encoding, and entities that were left as text, put right."""

from __future__ import annotations

import html
import re

# UTF-8 read as Windows-1252: the first byte of Latin letters and of signs, and what follows it.
_FOLLOWING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_GARBLED = re.compile(f"[ÂÃÄÅ][{_FOLLOWING}]|[âï][{_FOLLOWING}]{{2}}")
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});|&(?:nbsp|quot|ldquo|rdquo|amp)\b")
_TURNS = 2


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")


def _once(match: re.Match[str]) -> str:
    printed = match.group()
    try:
        return b"".join(map(_byte, printed)).decode("utf-8")
    except UnicodeDecodeError:
        return printed


def mended(text: str, *, entities: bool = False) -> str:
    """Doubly encoded letters once more as they were; with ``entities`` also what is left of HTML in plain text.

    >>> mended("â€œNetralâ€\\x9d dan cafÃ©")
    '“Netral” dan café'
    >>> mended("Wali Kota &amp;quot;netral&amp;quot; &nbsp;itu", entities=True)
    'Wali Kota "netral" \\xa0itu'
    """
    for _ in range(_TURNS):
        if not text.isascii():
            text = _GARBLED.sub(_once, text)
        if entities and "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    return text
