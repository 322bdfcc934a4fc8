"""The same person written twice: the name without case, titles, stops and double spaces."""

from __future__ import annotations

import re
import unicodedata

# Titles before a name; degrees after it are set off by a comma.
_BEFORE = frozenset(
    [
        "dr",
        "drs",
        "dra",
        "ir",
        "h",
        "hj",
        "hjh",
        "kh",
        "prof",
        "apt",
        "ns",
        "tgk",
        "rd",
        "bpk",
        "bapak",
        "ibu",
        "sdr",
        "sdri",
    ]
)
_NOT_A_WORD = re.compile(r"[^\w'-]+")


def name_key(name: str) -> str:
    """What the columns ``name_key`` hold, at most 200 characters.

    >>> name_key("Drs. H.  Siti AMINAH, M.Si."), name_key("siti aminah")
    ('siti aminah', 'siti aminah')
    >>> name_key("H.")
    'h'
    """
    before_degrees = unicodedata.normalize("NFKC", name).split(",")[0]
    words = [word for word in _NOT_A_WORD.split(before_degrees.casefold()) if word]
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    return " ".join(words)[:200]
