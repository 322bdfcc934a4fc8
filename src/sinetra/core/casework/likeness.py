"""Whether two texts are nearly the same: word groups in common. A hint for a person that one may be a copy."""

from __future__ import annotations

import re

_GROUP = 3
_LEAST_WORDS = 8
_SHARED = 0.6


def nearly_same(one: str, other: str) -> bool:
    """Most groups of three words are in both; texts under eight words say too little to compare.

    >>> story = "Lurah mengajak semua ketua RT memilih nomor dua sesudah apel pagi"
    >>> nearly_same(story, story.upper() + "!")
    True
    >>> nearly_same(story, "Ada baliho besar di depan kantor kelurahan sejak kemarin pagi")
    False
    >>> nearly_same("like foto", "like foto")
    False
    """
    first, second = _groups(one), _groups(other)
    if not first or not second:
        return False
    return len(first & second) >= _SHARED * len(first | second)


def _groups(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    if len(words) < _LEAST_WORDS:
        return frozenset()
    return frozenset(zip(*(words[start:] for start in range(_GROUP)), strict=False))
