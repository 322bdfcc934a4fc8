"""The sentence that a signer writes out: the same words in the same order, however they are typed."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """Without case, accents of compatibility, spaces and punctuation.

    >>> words("Saya  NETRAL, dan tetap-netral.")
    ('saya', 'netral', 'dan', 'tetap', 'netral')
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def first_difference(typed: str, wanted: str) -> str | None:
    """The first word of ``wanted`` that is missing or different; empty when too much was typed; None when it is right.

    >>> first_difference("saya netral", "Saya tetap netral.")
    'tetap'
    >>> first_difference("saya tetap netral dong", "Saya tetap netral.")
    ''
    >>> first_difference("SAYA TETAP NETRAL", "Saya tetap netral.") is None
    True
    """
    given, right = words(typed), words(wanted)
    if given == right:
        return None
    return next((word for place, word in enumerate(right) if given[place : place + 1] != (word,)), "")
