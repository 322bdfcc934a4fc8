"""Names of persons: runs of capitalised words that name no office, region or institution; titles and degrees apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_LONGEST = 7
#: "Pol (Purn.) Dr."
_TITLE_GAP = re.compile(r"[ .,()]{1,4}")
_LETTERED = re.compile(r"[a-z](?:\.[a-z]){1,2}")
_SMALL_TITLES = frozenset(("dr", "drg", "drh", "drs", "dra", "ir", "h", "hj", "apt", "ns", "prof"))
#: Titles that no stop shortens: "Itu lama, Pak. Pulang".
SPOKEN_TITLES = frozenset(
    ("pak", "bu", "bapak", "ibu", "mas", "mbak", "saudara", "bung", "bang", "mama", "haji", "tuan")
)
#: Nouns made with pe-…-an and ke-…-an name work, not people.
_MADE = re.compile(r"(?:pe[mnrl]|peng|peny)\w{4,}(?<!w)an|ke\w{6,}(?<![wk])an|\w{3,}isasi")
#: Verbs of headlines: "Resmikan", "Kukuhkan".
_URGED = re.compile(r"\w{4,}kan")
#: "Dipecat", "Dilaporkan" in a headline.
_DONE_TO = re.compile(
    r"me(?:ny|ng|m[bp])[aeiou]\w{2,}|di(?:pecat|tahan|copot|lapor\w*|periksa|panggil|hukum|vonis|tangkap|lantik"
    r"|sanksi|duga|adukan|tegur|ingat\w*|minta|larang)"
)
#: "Suaranya" is no name.
_ITS = re.compile(r"\w{4,}nya")
_NAMED_NYA = frozenset(("sonya", "tanya", "vanya", "dinya"))
_DOTTED_DEGREE = re.compile(r"(?:s|m|a|d|b|sp|ph|ll|lc|dipl)(?:\.[a-z]{1,5}){1,4}")


def made_noun(low: str) -> bool:
    """Whether a word is a noun of work by its form.

    >>> [made_noun(word) for word in ("ketenagaan", "pengelolaan", "resmikan", "kurniawan", "permana")]
    [True, True, False, False, False]
    """
    return len(low) >= 8 and _MADE.fullmatch(low) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAt:
    """Words ``first`` to ``last`` with titles and degrees; ``span`` and ``text`` are the bare name."""

    first: int
    last: int
    span: Span
    text: str


def bare(name: str, lexicon: Lexicon) -> str:
    """A name without titles and degrees."""
    words = [word.strip(".,") for word in re.split(r"[\s,]+", name) if word.strip(".,")]
    titles, degrees = lexicon.words("offices", "titles"), lexicon.words("offices", "degrees")
    while words and words[0].lower() in titles:
        words.pop(0)
    while len(words) > 1 and words[-1].lower() in degrees:
        words.pop()
    return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of the lexicon joined once, not once a page."""

    office: frozenset[str]
    initials: frozenset[str]
    heads: frozenset[str]
    known: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    heads = lexicon.words("offices", "heads") | lexicon.words("offices", "org_heads")
    return _Words(
        office=lexicon.words("offices", "office_words") | lexicon.words("offices", "acronyms"),
        initials=lexicon.words("names", "initials") | _LETTERS,
        heads=frozenset(name.split()[0] for name in heads),
        known=lexicon.words("given_names", "known_words") | lexicon.words("given_names", "also_words"),
    )


class Names:
    """Finds names on one page."""

    def __init__(self, lexicon: Lexicon, page: Page) -> None:
        self.page = page
        self._found: dict[int, NameAt | None] = {}
        self.gazetteer = lexicon.gazetteer
        self.words = page.words
        self.titles = lexicon.words("offices", "titles")
        self.rank_tails = lexicon.words("offices", "rank_tails")
        self.degrees = lexicon.words("offices", "degrees")
        self.stop = lexicon.words("names", "not_name_words")
        self.in_capitals = lexicon.words("offices", "in_capitals")
        self.connectors = lexicon.words("names", "connectors")
        self.after_i = lexicon.words("names", "after_i")
        self.also = lexicon.file("names")["also_names"]
        joined = _words(lexicon)
        self.office, self.initials, self.heads, self.known = joined.office, joined.initials, joined.heads, joined.known
        self.openers = lexicon.words("names", "openers")
        self.verb = lexicon.pattern("macros", "SAYING")
        self.say = lexicon.pattern("macros", "SAY")

    def gap(self, index: int) -> str:
        return self.page.low[self.words[index - 1].end : self.words[index].start]

    def _title(self, index: int) -> bool:
        word = self.words[index]
        if index + 1 >= len(self.words):
            return False
        if word.low not in self.titles:
            return word.low in self.rank_tails and word.capital and index > 0 and self._title(index - 1)
        return word.capital or (word.low in _SMALL_TITLES and self.words[index + 1].capital)

    def _part(self, index: int, *, inside: bool = False) -> bool:
        """Whether a word may belong to a name; ``inside``: words of it stand before, so "Hakim" and "Mau" are names."""
        word = self.words[index]
        if not word.capital or not (word.text.isalpha() or not any(char.isdigit() for char in word.text)):
            return False
        if not inside and word.low in self.openers and self.page.sentence_at(word.start).start >= word.start - 1:
            return False
        if inside and (word.low in self.known or (len(word.low) == 1 and self._initial(index))):
            return True
        if word.low == "lalu":  # "then" at the head of a sentence, a Sasak title inside one
            goes_on = index + 1 < len(self.words) and self.words[index + 1].capital and self.gap(index + 1) == " "
            return goes_on and self.page.sentence_at(word.start).start != word.start
        if index and self.words[index - 1].low in ("br", "boru") and self.gap(index).strip(" .") == "":
            return True  # a clan's name may be any word
        if word.low == "i":
            return index + 1 < len(self.words) and self.words[index + 1].low in self.after_i
        if word.low in self.also:
            return True
        if (
            word.low in self.stop
            or ((word.low in self.office or word.low in self.heads) and not self._small_acronym(index))
            or made_noun(word.low)
            or _DONE_TO.fullmatch(word.low)
            or (_URGED.fullmatch(word.low) and not self._running(index))
            or (_ITS.fullmatch(word.low) and word.low not in _NAMED_NYA)
        ):
            return False
        return "." not in word.text or word.low not in self.degrees

    def _small_acronym(self, index: int) -> bool:
        """ "Aji" is a name, "AJI" a body."""
        word = self.words[index]
        return word.low in self.in_capitals and not word.text.isupper()

    def _initial(self, index: int) -> bool:
        """ "X." before a further word of the name."""
        return index + 1 < len(self.words) and self.gap(index + 1) == ". " and self.words[index + 1].capital

    def _running(self, index: int) -> bool:
        """Inside a sentence, after another word of a name or a title: "Yosef Lamatokan", no "Bupati Resmikan"."""
        line = self.page.line_at(self.words[index].start)
        closed = self.page.text[line.end - 1 : line.end] in tuple(".!?,:\"”'")
        return closed and index > 0 and self.words[index - 1].capital and self.gap(index) == " "

    def _joined(self, index: int) -> bool:
        """Word ``index`` follows in the same name: a blank, or the stop of an initial or title."""
        gap = self.gap(index)
        if gap == " " or gap == "" or gap == "' ":
            return True
        before = self.words[index - 1].low
        return gap.strip(" ") == "." and (
            before in self.initials or before in self.titles or _LETTERED.fullmatch(before) is not None
        )

    def at(self, index: int) -> NameAt | None:
        """The name that begins at word ``index``, its titles included."""
        if index not in self._found:
            self._found[index] = self._at(index)
        return self._found[index]

    def _at(self, index: int) -> NameAt | None:
        first = index
        while (
            index < len(self.words) - 1
            and self._title(index)
            and (self._joined(index + 1) or _TITLE_GAP.fullmatch(self.gap(index + 1)) is not None)
        ):
            if "\n" in self.gap(index + 1) or (self.words[index].low in SPOKEN_TITLES and "." in self.gap(index + 1)):
                return None
            index += 1
        start = index
        while index < len(self.words) and index - start < _LONGEST and (index == start or self._joined(index)):
            low = self.words[index].low
            linked = (
                (low in self.connectors or (low == "ke" and self._running(index)))
                and index > start
                and index + 1 < len(self.words)
                and self.words[index + 1].capital
            )
            if not self._part(index, inside=index > first) and not linked:
                break
            if index > start and (
                self.verb.fullmatch(low) or (low in self.degrees and self.words[index].text.isupper())
            ):
                break
            index += 1
        while index > start and not self.words[index - 1].capital:
            index -= 1  # "melaporkan Rahmat ke Bawaslu"
        if index == start:
            return None
        alone = self.words[start]
        if index - start == 1 and first == start and alone.text.isupper() and len(alone.text) <= 8:
            return None  # a short name of a body
        if index - start > 1 and first == start and self._short_form(start):
            return None  # "FWPP Marlince Tabuni": a body before its speaker
        if index - start == 1 and (len(self.words[start].text) < 3 or self.verb.fullmatch(self.words[start].low)):
            return None
        if self.gazetteer.named("".join(word.text for word in self.words[start:index])):
            return None
        if all(word.low in self.also for word in self.words[start:index]) and first == start:
            return None
        last = self._degrees(index)
        span = Span(self.words[start].start, self.words[index - 1].end)
        return NameAt(first=first, last=last, span=span, text=" ".join(self.page.of(span).split()))

    def _short_form(self, index: int) -> bool:
        """Capitals of a body's short name, before a word that is not all capitals."""
        text = self.words[index].text
        return text.isupper() and 2 < len(text) <= 8 and text.isalpha() and not self.words[index + 1].text.isupper()

    def _degrees(self, index: int) -> int:
        while index < len(self.words) and self._degree(index):
            if self.gap(index).strip(" .,") != "" or "\n" in self.gap(index) or not self.words[index].capital:
                break
            index += 1
        return index

    def _degree(self, index: int) -> bool:
        low = self.words[index].low
        return low in self.degrees or ("," in self.gap(index) and _DOTTED_DEGREE.fullmatch(low) is not None)

    def before(self, index: int) -> NameAt | None:
        """The name that ends right before word ``index`` (degrees included)."""
        for first in range(max(0, index - _LONGEST - 5), index):
            found = self.at(first) if first == 0 or not self._inside(first) else None
            if found is not None and found.last == index:
                return found
        return None

    def _inside(self, index: int) -> bool:
        """Word ``index`` goes on a name that began before it."""
        return self._joined(index) and (self._part(index - 1) or self._title(index - 1))
