"""The words of numbers and places, as the search keeps them and as somebody types them: both come to the same."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
LONGEST_NUMBER = 80
_CODE = re.compile(r"(?<![\w.])\d{2}(?:\.\d{2}){1,2}(?:\.\d{4})?(?![\w.])")
_WORD = re.compile(r"[a-z0-9]+")


def search_words(text: str) -> tuple[str, ...]:
    """Each once, codes of regions last. Zeros in front of a number say nothing; such a code is one word.

    >>> search_words("No. 007/REG/2024"), search_words("Kec. Martapura, 63.03.05")
    (('no', '7', 'reg', '2024'), ('kec', 'martapura', '630305'))
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    codes = [found.replace(".", "") for found in _CODE.findall(plain)]
    others = [_without_zeros(word) for word in _WORD.findall(_CODE.sub(" ", plain))]
    return tuple(dict.fromkeys(word[:LONGEST] for word in (*others, *codes)))


def whole_number(text: str) -> str:
    """A number as one word, so that it is not taken for another with the same parts.

    >>> whole_number("007/REG/2024"), whole_number("7 reg. 2024")
    ('7-reg-2024', '7-reg-2024')
    """
    return "-".join(search_words(text))[:LONGEST_NUMBER]


def _without_zeros(word: str) -> str:
    return word.lstrip("0") or "0" if word.isdigit() else word
