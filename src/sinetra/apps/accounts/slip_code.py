"""Codes on printed slips: easy to read aloud in Indonesian, more than 60 bits, kept as a keyed hash."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.utils.crypto import salted_hmac

_CONSONANTS = "bcdghjklmnprstwy"
_VOWELS = "aiueo"
GROUPS, SYLLABLES = 5, 2
# 80 syllables, ten of them: 63.2 bits.
SYLLABLE_COUNT = len(_CONSONANTS) * len(_VOWELS)


def new_code(below: Callable[[int], int] = secrets.randbelow) -> str:
    """For example ``KUBA-RETI-LOMA-SIDU-NAPE``."""
    syllables = [below(SYLLABLE_COUNT) for _ in range(GROUPS * SYLLABLES)]
    letters = [_CONSONANTS[n // len(_VOWELS)] + _VOWELS[n % len(_VOWELS)] for n in syllables]
    words = ["".join(letters[i : i + SYLLABLES]) for i in range(0, len(letters), SYLLABLES)]
    return "-".join(words).upper()


def hash_code(code: str) -> str:
    """Hex; case, blanks and hyphens do not count. Keyed with the installation's secret."""
    plain = "".join(letter for letter in code.lower() if letter.isalpha())
    return salted_hmac("sinetra.accounts.slip", plain, algorithm="sha256").hexdigest()
