"""What looks like a name beside a word of accusation and is none: words of a headline, places, houses, outlets.

Only what is surely nobody: a word that is also a known name stays one, and in doubt a name is a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt
from sinetra.core.press.page import Page

#: Heads of places that people are called too.
_ALSO_PEOPLE = frozenset(("tirta", "mekar", "suka", "rimba", "bandar", "long", "karang", "way", "wai", "wae"))
#: No family is called by a quarter of the sky.
_SIDES = frozenset(("utara", "selatan", "barat", "tengah", "hilir", "ilir", "ulu", "lor", "kidul", "wetan", "kulon"))
#: What only others than the accused say and do in headlines.
_ACTS = re.compile(
    r" ?: (?!saya|kami|tidak|tak|itu|bukan|hanya)"
    r"|,? (?:kembali |juga |akan |siap |batal |tolak |urung |janji )?(?:minta (?!maaf)|ingatkan|imbau|himbau"
    r"|tegaskan|larang|pastikan|tindak|copot|pecat|nonaktifkan|beri (?:sanksi|teguran)|jatuhkan|tegur|hukum"
    r"|wanti-wanti)(?!\w)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:desa|kelurahan|kecamatan|camat|lurah|kades|kampung|dusun|distrik|panwascam|puskesmas|polsek|di|ke) $"
)
#: Words that villages begin with and people hardly: "Desa Bumi Agung".
_VILLAGES = frozenset(("bumi", "karya", "marga", "kedung", "tegal", "dukuh", "sinar", "sido", "wono", "kebon"))
_VILLAGE_BEFORE = re.compile(r"\b(?:desa|kelurahan|kecamatan|kampung|dusun|nagari) $")
_OF_AN_ADDRESS = frozenset("@#/.-")
_PLACED = re.compile(
    r"\b(?:di|ke) (?:(?:desa|kelurahan|kecamatan|kampung|dusun) )?(?P<one>[\w-]+)(?P<two> [\w-]+)?(?P<three> [\w-]+)?"
)


class Mistaken:
    """Names of one page; ``title_end``: where its headline ends."""

    def __init__(self, lexicon: Lexicon, page: Page, title_end: int) -> None:
        self.page, self.title_end = page, title_end
        self.names, self.regions = KnownNames(lexicon), lexicon.gazetteer
        self.titles = lexicon.words("offices", "titles")
        self.people = lexicon.words("names", "person_nouns") | lexicon.words("offices", "heads")
        self.common = lexicon.words("offices", "office_words") | lexicon.words("names", "openers")
        self.common |= lexicon.words("dates", "event_words")
        self.houses = lexicon.words("names", "named_after")
        self.groups = lexicon.words("names", "group_words")
        self.places = lexicon.words("names", "place_heads")

    def may_be_accused(self, name: NameAt, people: Collection[str]) -> bool:
        """In a headline only a known name, and nobody who does something there: "Bupati Nama Copot Camat"."""
        if name.span.start < self.title_end:
            last = self.page.low.rfind(" ", 0, name.span.end)  # "Copot" may look like the last word of the name
            acts = _ACTS.match(self.page.low, name.span.end) or _ACTS.match(self.page.low, last)
            if acts or not self.names.sure(name.text):
                return False
        return not self.is_nobody(name, people)

    def is_nobody(self, name: NameAt, people: Collection[str] = ()) -> bool:
        """``people``: known names in lower case; words before one of them need not be masked."""
        words = name.text.lower().split()
        titled = self.page.words[name.first].start < name.span.start
        if self._only_before(words, people):
            return True
        if titled or any(self.names.one(word) for word in words):
            return False
        return self._place(name, words) or self._thing(name, words) or self._plain(name, words)

    def _only_before(self, words: list[str], people: Collection[str]) -> bool:
        """Whether a name is somebody's with words before it that no person has: "Rantau Lama Budi Santoso"."""
        for first in range(1, len(words) - 1):
            if " ".join(words[first:]) in people:
                region = first > 1 and self.regions.named("".join(words[:first]))
                return bool(region) or not any(self.own(word) for word in words[:first])
        return False

    def own(self, word: str) -> bool:
        """A word that somebody may be called by."""
        return self.names.one(word) or word in self.names.also

    def _place(self, name: NameAt, words: list[str]) -> bool:
        """ "Lubuk Sari"; "Camat Tanjung Batu"; "Sidomakmur Barat"; "Karya Tani" where "di Karya Tani" stands too."""
        first, last = words[0], words[-1]
        if len(words) > 1 and first in self.places and not self.own(first) and first not in _ALSO_PEOPLE:
            return True
        if len(words) > 1 and last in _SIDES and not any(map(self.own, words[:-1])):
            return True
        if first in _VILLAGES and len(words) == 2 and _VILLAGE_BEFORE.search(self._before(name)):
            return True
        if any(map(self.own, words[1:])):
            return False
        if len(words) > 1 and first in self.places and _PLACE_BEFORE.search(self._before(name)):
            return True
        return not self.own(first) and " ".join(words) in self._placed

    def _thing(self, name: NameAt, words: list[str]) -> bool:
        """ "Auditorium Siwalima", "Gedung Serbaguna", "Warta Rawa"."""
        if any(map(self.own, words)):
            return False
        return words[0] in self.houses or not self.groups.isdisjoint(words) or self._housed(name)

    def _housed(self, name: NameAt) -> bool:
        """ "Hotel Siwalima"; "Guru SD Siwalima" may be somebody."""
        before = self.page.words[max(0, name.first - 4) : name.first]
        if not before or self._before(name)[-1:] != " " or not before[-1].capital:
            return False
        return before[-1].low in self.houses and all(word.low not in self.people for word in before)

    def _before(self, name: NameAt) -> str:
        return self.page.low[max(0, name.span.start - 16) : name.span.start]

    def _plain(self, name: NameAt, words: list[str]) -> bool:
        """Where any word has a capital, one that is common or stands elsewhere in small letters: "Diduga Jadi Tim"."""
        start = name.span.start
        headline = start < self.title_end or not self.page.prose(start)
        if not headline and self.page.sentence_at(start).start != start:
            return False
        return all(not self.own(word) and (word in self.common or word in self._small) for word in words)

    @cached_property
    def _placed(self) -> frozenset[str]:
        """What follows "di" and "ke", of one to three words."""
        found: set[str] = set()
        for match in _PLACED.finditer(self.page.low):
            one, two = match["one"], match["two"] or ""
            found.update((one, one + two, one + two + (match["three"] or "")))
        return frozenset(found)

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that stand somewhere in small letters, those after "pak" and of addresses left out."""
        words, text = self.page.words, self.page.text
        return frozenset(
            word.low
            for index, word in enumerate(words)
            if word.text.islower()
            and text[max(0, word.start - 1) : word.start] not in _OF_AN_ADDRESS
            and (index == 0 or words[index - 1].low not in self.titles)
        )
