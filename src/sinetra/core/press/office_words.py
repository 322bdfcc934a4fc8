"""The words of one page as words of offices: which may go on with an office's name, which open one."""

from __future__ import annotations

from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.mentions import region_at
from sinetra.core.press.names import made_noun
from sinetra.core.press.page import Page

_TAKES_SHORT_NAME = frozenset(("koordinator", "direktur", "kepala", "ketua", "sekretaris", "kadis", "dinas", "anggota"))
_MILITARY = frozenset(("dandim", "kasdim", "kodim", "danramil", "koramil", "danrem", "kasrem", "korem"))
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])


class OfficeWords:
    """``heads``, ``orgs``: entries by their first word, of offices and of bodies."""

    def __init__(self, lexicon: Lexicon, page: Page) -> None:
        self.lexicon = lexicon
        self.page = page
        self.words = page.words
        self.known = KnownNames(lexicon)
        self.office = lexicon.words("offices", "office_words")
        self.acronyms = lexicon.words("offices", "acronyms")
        self.in_capitals = lexicon.words("offices", "in_capitals")
        self.connectors = lexicon.words("offices", "connectors")
        self.lower = lexicon.words("offices", "lower_words")
        self.degrees = lexicon.words("offices", "degrees")
        self.titles = lexicon.words("offices", "titles")
        self.ranks = lexicon.words("offices", "ranks")
        self.rank_tails = lexicon.words("offices", "rank_tails")
        self.place_tails = lexicon.words("names", "place_tails")
        self.place_heads = lexicon.words("names", "place_heads")
        self.after_i = lexicon.words("names", "after_i")
        self.also = lexicon.file("names")["also_names"]
        self.heads = by_first(lexicon.words("offices", "heads"))
        self.orgs = by_first(lexicon.words("offices", "org_heads"))

    def gap(self, index: int) -> str:
        """What stands between word ``index - 1`` and word ``index``."""
        return self.page.low[self.words[index - 1].end : self.words[index].start]

    def longest(self, table: dict[str, list[tuple[str, ...]]], index: int) -> int:
        """The number of words of the longest entry that stands at ``index``."""
        if index >= len(self.words):
            return 0
        for entry in table.get(self.words[index].low.rstrip("."), ()):
            last = index + len(entry)
            if last <= len(self.words) and all(
                self.words[index + step].low == word and self._near(index + step)
                for step, word in enumerate(entry)
                if step
            ):
                return len(entry)
        return 0

    def _near(self, index: int) -> bool:
        return self.gap(index).strip(" .") == "" and "\n" not in self.gap(index)

    def opens_name(self, index: int) -> bool:
        """A title that only stands before a name: "Iptu", "AKP", "Drs.", "dr."; not "Mas" of "Lontar Mas"."""
        word = self.words[index]
        if word.low not in self.titles or index + 1 >= len(self.words) or not self.words[index + 1].capital:
            return False
        spelt = self.words[index + 1].low in self.rank_tails and self.gap(index + 1) == " "
        return word.low in self.ranks or spelt or self.gap(index + 1).startswith(".")

    def _in_brackets(self, index: int) -> bool:
        """A short name in brackets, as in "Badan Kepegawaian Daerah (BKD)"."""
        word = self.words[index]
        text = self.page.text
        bracketed = text[word.start - 1 : word.start] == "(" and text[word.end : word.end + 1] == ")"
        known = (*self.orgs.get(word.low, ()), *self.heads.get(word.low, ()))
        short = sum(char.isupper() for char in word.text) >= 2 or (word.low,) in known
        return bracketed and len(word.text) <= 16 and short

    def _office_word(self, index: int) -> bool:
        word = self.words[index]
        balinese = word.low == "i" and index + 1 < len(self.words) and self.words[index + 1].low in self.after_i
        if word.low in _ROMAN and word.text.isupper() and not balinese:
            return True
        if word.text.isdigit():
            military = self.words[index - 1].low in _MILITARY
            longest = 4 if military else 3
            return len(word.text) <= longest and index > 0 and self.words[index - 1].capital
        if not word.capital:
            plain = word.low in self.lower or (word.low in self.office and not self.words[index - 1].capital)
            return plain and self.gap(index) == " "
        if balinese:
            return False
        if word.low in self.also and self.words[index - 1].low not in self.also[word.low]:
            return False
        if word.low in self.in_capitals and not word.text.isupper():
            return False
        if made_noun(word.low):
            return True
        if word.low in self.office or word.low in self.acronyms or (word.low,) in self.orgs.get(word.low, ()):
            return True
        parts = word.low.split("-")
        if len(parts) > 1 and all(part in self.office or part in self.acronyms for part in parts):
            return True
        if self._bridges(index):
            return True
        before = self.words[index - 1].low if index else ""
        after_head = (before in _TAKES_SHORT_NAME or before in self.office) and word.low not in self.titles
        return after_head and word.text.isupper() and 3 <= len(word.text) <= 8 and not self._capital_run(index + 1)

    def _bridges(self, index: int) -> bool:
        """An unknown word between two of the office's: "Kepala UPTD Samsat Kota Bima"."""
        ahead = index + 1
        if index == 0 or ahead >= len(self.words) or self.gap(ahead) != " " or self.gap(index) != " ":
            return False
        following = self.words[ahead]
        if not following.capital or following.low in self.also:
            return False
        kind = following.low in ("kota", "kabupaten", "provinsi") and self.region_width(ahead) > 1
        small = following.low in self.in_capitals and not following.text.isupper()  # "Aji" is a name, "AJI" a body
        body = self.longest(self.orgs, ahead) > 0 and not small
        return (kind or body) and self.words[index - 1].low in (self.office | self.acronyms)

    def _capital_run(self, index: int) -> bool:
        return index < len(self.words) and self._near(index) and self.words[index].text.isupper()

    def region_width(self, index: int) -> int:
        found = region_at(self.lexicon, self.page, index)
        return 0 if found is None else found.last - found.first


_TABLES: dict[frozenset[str], dict[str, list[tuple[str, ...]]]] = {}


def by_first(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """Entries by their first word, longest first."""
    if names not in _TABLES:
        table: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(name.split())
            table.setdefault(words[0], []).append(words)
        for entries in table.values():
            entries.sort(key=len, reverse=True)
        _TABLES[names] = table
    return _TABLES[names]
