"""The code with which a reporter comes back: eight Indonesian words of 10 bits each and a check word.

The code is the only thing that a reporter needs and nobody else has: 80 bits, derived from the secret idempotency key
of the filing by a keyed hash, so that a repeated filing gives the same code although only hashes are stored.

The ninth word is a checksum over GF(1024): the words are the digits of a number whose remainder must be zero. Every
mistake in one word and every swap of two words is found, with certainty; one illegible word can be computed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop

BITS_A_WORD = 10
SECRET_WORDS = 8
ALL_WORDS = SECRET_WORDS + 1
BITS = BITS_A_WORD * SECRET_WORDS
_POLYNOMIAL = 0x409  # x^10 + x^3 + 1, primitive over GF(2)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCode:
    """What a person typed, understood. ``corrected`` pairs what was typed with the word that was taken."""

    text: str
    corrected: tuple[tuple[str, str], ...] = ()


class WordList:
    """The 1,024 words, each known by its first four letters. Errors: ``ValueError`` for a list that is not that."""

    def __init__(self, words: Sequence[str]) -> None:
        if len(words) != 1 << BITS_A_WORD or len({word[:4] for word in words}) != len(words):
            raise ValueError("a word list has 1,024 words that differ in their first four letters")
        self.words = tuple(words)
        self._number = {word: number for number, word in enumerate(words)}
        self._by_start = {word[:4]: number for number, word in enumerate(words)}

    @classmethod
    def read(cls, path: Path) -> WordList:
        return cls(path.read_text(encoding="utf-8").split())

    def code(self, digest: bytes) -> str:
        """The code for a keyed hash of at least 80 bits: nine words with blanks between."""
        if len(digest) * 8 < BITS:
            raise ValueError(f"a code needs {BITS} bits")
        number = int.from_bytes(digest[: BITS // 8], "big")
        numbers = [number >> BITS_A_WORD * place & 0x3FF for place in reversed(range(SECRET_WORDS))]
        return self._spell([*numbers, _remainder([*numbers, 0])])

    def read_code(self, typed: str) -> ReadCode:
        """Understands capitals, hyphens, points, extra blanks, a typing mistake in a word and one illegible word.

        Errors: ``BadInput`` with code ``code_length`` when it is not nine words, ``code_word`` when words are not in
        the list, ``code_check`` when the words do not belong together. A code that is well formed but was never
        given out passes: only the register can tell.
        """
        tokens = _LETTERS.findall(unicodedata.normalize("NFKC", typed).casefold())
        if len(tokens) != ALL_WORDS:
            raise BadInput(
                gettext_noop("Kode terdiri dari %(accepted)s kata; yang tertulis %(count)s kata."),
                field="code",
                accepted=(str(ALL_WORDS),),
                code="code_length",
                count=len(tokens),
            )
        numbers = [self._understand(token) for token in tokens]
        unknown = [place for place, number in enumerate(numbers) if number is None]
        if len(unknown) > 1:
            raise BadInput(
                gettext_noop("Kata ini tidak ada dalam daftar kata kode: %(words)s"),
                field="code",
                code="code_word",
                words=", ".join(tokens[place] for place in unknown),
            )
        known = [number or 0 for number in numbers]
        if unknown:
            known[unknown[0]] = _solve(known, unknown[0])
        elif _remainder(known):
            raise BadInput(
                gettext_noop("Kata-kata ini tidak cocok satu sama lain: ada kata yang keliru atau tertukar tempatnya."),
                field="code",
                code="code_check",
            )
        pairs = zip(tokens, (self.words[number] for number in known), strict=True)
        return ReadCode(text=self._spell(known), corrected=tuple(pair for pair in pairs if pair[0] != pair[1]))

    def _understand(self, token: str) -> int | None:
        """The number of the word meant: itself, the only one a slip away, the one with the same four first letters."""
        if token in self._number:
            return self._number[token]
        near = [number for word, number in self._number.items() if one_slip_apart(token, word)]
        if len(near) == 1:
            return near[0]
        return self._by_start.get(token[:4])

    def _spell(self, numbers: Sequence[int]) -> str:
        return " ".join(self.words[number] for number in numbers)


def one_slip_apart(a: str, b: str) -> bool:
    """One letter wrong, missing or too many, or two neighbours swapped.

    >>> [one_slip_apart("kerja", typed) for typed in ("kejra", "kerj", "kerrja", "kesja", "keras", "kerja")]
    [True, True, True, True, False, False]
    """
    if len(a) > len(b):
        a, b = b, a
    if a == b or len(b) - len(a) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    return a[start + 1 :] == b[start + 1 :] or (
        a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    )


def _remainder(numbers: Sequence[int]) -> int:
    """Zero for words that belong together: sum of word times x to the power of its place from the end."""
    total = 0
    for number in numbers:
        total <<= 1
        total ^= _POLYNOMIAL if total >> BITS_A_WORD else 0
        total ^= number
    return total


def _solve(numbers: Sequence[int], place: int) -> int:
    """The one number at ``place`` (0 in ``numbers``) that makes the remainder zero."""
    value = _remainder(numbers)
    for _ in range(len(numbers) - 1 - place):
        value = (value ^ _POLYNOMIAL if value & 1 else value) >> 1
    return value
