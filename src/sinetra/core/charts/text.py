"""How much room a text takes, without a font: guessed a little wide, so that what fits here fits on every device."""

from __future__ import annotations

import re
from math import ceil
from unicodedata import category, east_asian_width

#: Heights in units of the drawing.
SIZE, SMALL, LINE = 14, 13, 18
_NARROW = frozenset("ijlI.,:;|'! ·")
_SLIM = frozenset("ftr()[]/-")
_WIDE = frozenset("mwMW@%—…")
#: How much wider bold signs are.
BOLD = 1.12
_BLANK = re.compile(r"\s+")


def plain(text: str) -> str:
    """One line, without signs that no XML holds or that turn the direction of reading.

    >>> plain("Kota\\x00\\n Cendana\\u202e")
    'Kota Cendana'
    """
    kept = (" " if sign in "\t\n\r" else sign for sign in text)
    return _BLANK.sub(" ", "".join(sign for sign in kept if _printed(sign))).strip()


def _printed(sign: str) -> bool:
    return category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def width(text: str, size: int = SIZE) -> int:
    """
    >>> width("Camat"), width("WWWWW"), width("")
    (49, 70, 0)
    """
    return ceil(sum(_part(sign) for sign in text) * size)


def _part(sign: str) -> float:
    """Width of one sign in parts of the size."""
    if sign in _NARROW:
        return 0.34
    if sign in _SLIM:
        return 0.43
    if sign in _WIDE:
        return 1.0
    if category(sign) == "Mn":
        return 0.0
    if sign.isascii():
        return 0.74 if sign.isupper() else 0.64
    return 1.1 if east_asian_width(sign) in "WF" or ord(sign) > 0x2FFF else 0.8


def fit(text: str, room: int, size: int = SIZE) -> str:
    """The text, cut with an ellipsis where it is too long; the table beside the drawing has all of it.

    >>> fit("Kecamatan Cendana Utara", 90)
    'Kecamata…'
    """
    if width(text, size) <= room:
        return text
    return _head(text, room - width("…", size), size) + "…" if room >= width("…", size) else ""


def _head(text: str, room: int, size: int) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle], size) <= room else (low, middle - 1)
    return text[:low].rstrip()


def wrap(text: str, room: int, size: int = SIZE, lines: int = 3) -> tuple[str, ...]:
    """Lines no wider than ``room``; a word too long for a line is cut in pieces; the last line ends in an ellipsis
    where more lines were needed.

    >>> wrap("Dinas Pendidikan dan Kebudayaan Kota", 130)
    ('Dinas Pendidikan', 'dan Kebudayaan', 'Kota')
    """
    found: list[str] = []
    rest = text
    while rest and len(found) < lines:
        if len(found) == lines - 1:
            found.append(fit(rest, room, size))
            break
        head = _whole_words(rest, room, size) or _head(rest, room, size) or rest[:1]
        found.append(head)
        rest = rest[len(head) :].lstrip()
    return tuple(found)


def _whole_words(text: str, room: int, size: int) -> str:
    if width(text, size) <= room:
        return text
    head = _head(text, room, size)
    if text[len(head) : len(head) + 1] == " ":
        return head
    return head.rsplit(" ", 1)[0] if " " in head else ""
