"""What may stand on a watch list: words of acts, offices and events. A person's name or account may not.

The press that is published may be watched; a person may not. Who is watched by name is followed, whatever the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Word, fold
from sinetra.core.press.regions import loose

SHORTEST = 3
LONGEST = 80
_ACCOUNT = re.compile(
    r"[@＠]|://|\bwww\.|\b(?:wa|t|fb|ig|bit|linktr)\.(?:me|ly|ee)\b|\b[a-z0-9_-]{2,63}\.(?:com|id|net|org|me|co|tv|info|app|social)\b"
    r"|\b(?:instagram|facebook|tiktok|twitter|telegram|youtube|threads|ig|fb|wa|whatsapp|x)\s{0,3}[:/]"
    r"|\b(?:akun|username|user ?name|user ?id)\b\s{0,3}:?\s{0,3}\S{0,40}[\d_]"
)
# A NIP has 18 digits, a NIK 16, a telephone number ten or so; the number of a law or a day has eight at most.
_NUMBER = re.compile(r"\d(?:[ .()+-]{0,3}\d){8}")
_JOINT = re.compile(r"(?<=\w)[-.](?=\w)")
_LETTER = re.compile(r"[^\W\d_]")
_REGION_KINDS = ("kota", "kabupaten", "kab", "provinsi", "prov")
_HANDLE = re.compile(r"(?<!\w)[a-z][a-z0-9.]{0,40}_[a-z0-9_.]{0,40}(?!\w)")


class Refusal(StrEnum):
    """Why a term is not accepted."""

    SIZE = "size"
    ACCOUNT = "account"
    NUMBER = "number"
    PERSON = "person"
    SHAPE = "shape"


def refusal(term: str, lexicon: Lexicon, *, persons: Iterable[str] = (), places: Iterable[str] = ()) -> Refusal | None:
    """None for a term that may be watched.

    ``persons``: names of persons that the installation knows and that share a word with the term; ``places``: names of
    regions and units it knows. Both as written anywhere; case does not count.
    """
    low = fold(" ".join(term.split()))
    if not SHORTEST <= len(low) <= LONGEST or "\n" in term.strip():
        return Refusal.SIZE
    if _NUMBER.search(low):
        return Refusal.NUMBER
    if _ACCOUNT.search(low) or _HANDLE.search(low):
        return Refusal.ACCOUNT
    if not _LETTER.search(low):
        return Refusal.SIZE
    known = _Known(lexicon, places)
    names = tuple(persons)
    words = Page(" ".join(term.split())).words
    # A hyphen or a stop between the parts hides no name.
    for said in (words, Page(" ".join(_JOINT.sub(" ", term).split())).words):
        marks = known.marks(said)
        if any(_names(said, marks, name, known) for name in names) or _common_name(said, marks, known):
            return Refusal.PERSON
    return Refusal.SHAPE if _name_shaped(words, known.marks(words), known) else None


def name_words(term: str, lexicon: Lexicon, *, places: Iterable[str] = ()) -> tuple[str, ...]:
    """The folded words of a term that no lexicon explains: those that a name of a person could be made of."""
    words = Page(" ".join(term.split())).words
    marks = _Known(lexicon, places).marks(words)
    return tuple(dict.fromkeys(word.low for word, mark in zip(words, marks, strict=True) if not mark))


class _Known:
    """Which words of a term are explained by region, office, event or law."""

    def __init__(self, lexicon: Lexicon, places: Iterable[str]) -> None:
        self.lexicon = lexicon
        self.plain = (
            lexicon.words("names", "not_name_words")
            | lexicon.words("offices", "office_words")
            | lexicon.words("offices", "acronyms")
            | lexicon.words("offices", "connectors")
            | lexicon.words("watch", "subject_words")
            | {part for name in lexicon.words("offices", "heads") for part in name.split()}
            | {part for name in lexicon.words("offices", "org_heads") for part in name.split()}
        )
        self.before = (
            lexicon.words("watch", "before_name")
            | lexicon.words("offices", "titles")
            | lexicon.words("offices", "degrees")
        )
        self.names = lexicon.words("watch", "name_words")
        self.bodies = lexicon.words("watch", "named_bodies")
        # Who holds such an office is named after it: "Camat …".
        self.holders = {
            part
            for name in lexicon.words("offices", "heads") - lexicon.words("offices", "org_heads")
            for part in name.split()[-1:]
        } - lexicon.words("watch", "named_bodies")
        self.places = frozenset(loose(place) for place in places)

    def marks(self, words: tuple[Word, ...]) -> list[bool]:
        """True for each word that is explained; the longest region name wins."""
        marks = [word.low in self.plain or word.low in self.bodies or word.text[:1].isdigit() for word in words]
        for first in range(len(words)):
            for last in range(min(len(words), first + 6), first, -1):
                name = "".join(word.text for word in words[first:last])
                after_kind = first > 0 and words[first - 1].low in _REGION_KINDS
                if self._region(name, certain=after_kind or last - first > 1):
                    marks[first:last] = [True] * (last - first)
                    break
        return marks

    def _region(self, name: str, *, certain: bool) -> bool:
        """One word that is a region and a name alike (Bima) is a region after its kind: Kota Bima."""
        if not certain and loose(name) in self.names:
            return False
        return loose(name) in self.places or bool(self.lexicon.gazetteer.named(name))


def _words_of(name: str) -> list[str]:
    return [word.low for word in Page(" ".join(name.split())).words]


def _names(words: tuple[Word, ...], marks: list[bool], name: str, known: _Known) -> bool:
    """The term says this person's name, or a part of it and nothing else."""
    parts = [part for part in _words_of(name) if part not in known.before]
    said = [word.low for word in words if word.low not in known.before]
    if not parts or not said:
        return False
    pairs = set(pairwise(parts))
    explained = {word.low for word, mark in zip(words, marks, strict=True) if mark}
    for pair in pairwise(said):
        if pair in pairs and not explained.issuperset(pair):
            return True
    rest = [word for word in said if word not in explained]
    if rest and set(rest) <= set(parts):
        return True
    if len(parts) > 1 and loose("".join(parts)) in loose("".join(said)) and not explained.issuperset(parts):
        return True
    return len(parts) > 1 and parts == said and not explained.issuperset(parts)


def _common_name(words: tuple[Word, ...], marks: list[bool], known: _Known) -> bool:
    """Nothing but common names is left when titles and offices are taken away; or two of them stand together."""
    if words and words[0].low in known.bodies:
        return False
    rest = [word.low for word, mark in zip(words, marks, strict=True) if not mark and word.low not in known.before]
    if known.names.intersection(rest) and all(word in known.names or len(word) == 1 for word in rest):
        return True
    return any(
        first.low in known.names and second.low in known.names and not (one and two)
        for first, second, one, two in zip(words, words[1:], marks, marks[1:], strict=False)
    )


def _name_shaped(words: tuple[Word, ...], marks: list[bool], known: _Known) -> bool:
    """Two capitalised words beside each other that nothing explains, or one after a title or the office of a person."""
    if words and words[0].low in known.bodies:
        return False
    loud = all(word.text.isupper() for word in words)

    def open_name(index: int) -> bool:
        word = words[index]
        short_body = not loud and word.text.isupper() and 1 < len(word.text) <= 6
        return word.capital and not marks[index] and word.low not in known.before and not short_body

    for index in range(len(words)):
        if not index or not open_name(index):
            continue
        if open_name(index - 1) or words[index - 1].low in known.before | known.holders:
            return True
    return False
