"""With which letters a pattern can begin, so that it is tried only at words that begin so.

The regular expressions of ``catalogue/press`` list hundreds of words; trying each list at each letter of an article is
most of the time of telling its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: So many letters or digits tell words apart behind their prefixes; longer ones hardly more.
LONGEST = 5
_SIGN = re.compile(r"\(\?(?:[:!=]|<[!=])|\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]*\}|.", re.DOTALL)
_QUANTIFIED = re.compile(r"[?*+]|\{[\d,]*\}")
_LETTER = re.compile(r"[a-z0-9]")
_LETTERS = re.compile(r"\[[a-z0-9]+\]")
# A beginning is open while more letters may follow; closed where the pattern ends or no letter is known any more.
_Begun = tuple[str, bool]
_NOTHING: frozenset[_Begun] = frozenset({("", True)})
_UNKNOWN: frozenset[_Begun] = frozenset({("", False)})
_DIGIT: frozenset[_Begun] = frozenset((digit, False) for digit in "0123456789")


def openings(source: str) -> frozenset[str] | None:
    """One to five letters or digits each; ``None`` when a match may begin with anything else.

    >>> sorted(openings("(?:di|me)?laporkan(?! oleh)|a[bc]|rakor"))
    ['ab', 'ac', 'dilap', 'lapor', 'melap', 'rakor']
    >>> openings("[*] penulis") is None
    True
    """
    reading = _Reading(source)
    begun = reading.alternatives()
    found = frozenset(letters for letters, _ in begun)
    return None if "" in found else found


class _Reading:
    """Reads an expression from left to right; what it does not know may begin with anything."""

    def __init__(self, source: str) -> None:
        self._signs = _SIGN.findall(source)
        self._at = 0

    def alternatives(self) -> frozenset[_Begun]:
        found = self._sequence()
        while self._next("|"):
            found |= self._sequence()
        return found

    def _sequence(self) -> frozenset[_Begun]:
        begun = _NOTHING
        while self._at < len(self._signs) and self._signs[self._at] not in ("|", ")"):
            begun = frozenset(_joined(begun, self._item()))
        return begun

    def _item(self) -> frozenset[_Begun]:
        sign = self._signs[self._at]
        self._at += 1
        item = self._one(sign)
        if self._at < len(self._signs) and _QUANTIFIED.fullmatch(quantity := self._signs[self._at]):
            self._at += 1
            self._next("?")
            # Once more and again begins as once; not at all begins with what follows.
            item = frozenset((letters, False) for letters, _ in item) if quantity != "?" else item
            if quantity in "?*" or quantity.startswith(("{0", "{,")):
                item |= _NOTHING
        return item

    def _one(self, sign: str) -> frozenset[_Begun]:
        if sign in ("(?!", "(?=", "(?<!", "(?<="):
            self.alternatives()
            self._next(")")
            return _NOTHING
        if sign in ("(?:", "("):
            inner = self.alternatives()
            self._next(")")
            return inner
        if sign == "\\b":
            return _NOTHING
        if sign == "\\d":
            return _DIGIT
        if _LETTERS.fullmatch(sign):
            return frozenset((letter, True) for letter in sign[1:-1])
        return frozenset({(sign, True)}) if _LETTER.fullmatch(sign) else _UNKNOWN

    def _next(self, sign: str) -> bool:
        found = self._at < len(self._signs) and self._signs[self._at] == sign
        self._at += found
        return found


def _joined(begun: frozenset[_Begun], item: frozenset[_Begun]) -> Iterator[_Begun]:
    for letters, is_open in begun:
        if not is_open:
            yield letters, False
            continue
        for more, goes_on in item:
            joined = letters + more
            yield joined[:LONGEST], goes_on and len(joined) < LONGEST
