"""Names of persons: runs of capitalised words that name no office, region or institution; titles and degrees apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_INITIAL = frozenset(("moh", "muh", "mohd", "muhd", "abd", "abdul", "st", "sy", *"abcdefgijklmnopqrstuvwxyz"))
_LONGEST = 6


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


class Names:
    """Finds names on one page."""

    def __init__(self, lexicon: Lexicon, page: Page) -> None:
        self.page = page
        self.gazetteer = lexicon.gazetteer
        self.words = page.words
        self.titles = lexicon.words("offices", "titles")
        self.degrees = lexicon.words("offices", "degrees")
        self.stop = lexicon.words("names", "not_name_words")
        self.office = lexicon.words("offices", "office_words") | lexicon.words("offices", "acronyms")
        self.connectors = lexicon.words("names", "connectors")
        self.heads = frozenset(name.split()[0] for name in lexicon.words("offices", "heads")) | frozenset(
            name.split()[0] for name in lexicon.words("offices", "org_heads")
        )
        self.verb = lexicon.pattern("macros", "SAYING")
        self.say = lexicon.pattern("macros", "SAY")

    def gap(self, index: int) -> str:
        return self.page.low[self.words[index - 1].end : self.words[index].start]

    def _title(self, index: int) -> bool:
        word = self.words[index]
        return word.capital and word.low in self.titles and index + 1 < len(self.words)

    def _part(self, index: int) -> bool:
        word = self.words[index]
        if not word.capital or any(char.isdigit() for char in word.text):
            return False
        if word.low == "lalu":  # "then" at the head of a sentence, a Sasak title inside one
            goes_on = index + 1 < len(self.words) and self.words[index + 1].capital and self.gap(index + 1) == " "
            return goes_on and self.page.sentence_at(word.start).start != word.start
        if word.low in self.stop or word.low in self.office or word.low in self.heads:
            return False
        return "." not in word.text or word.low not in self.degrees

    def _joined(self, index: int) -> bool:
        """Word ``index`` follows in the same name: a blank, or the stop of an initial or title."""
        gap = self.gap(index)
        if gap == " " or gap == "":
            return True
        before = self.words[index - 1].low
        return gap.strip(" ") == "." and (before in _INITIAL or before in self.titles)

    def at(self, index: int) -> NameAt | None:
        """The name that begins at word ``index``, its titles included."""
        first = index
        while (
            index < len(self.words) - 1
            and self._title(index)
            and (self._joined(index + 1) or "," in self.gap(index + 1))
        ):
            if "\n" in self.gap(index + 1):
                return None
            index += 1
        start = index
        while index < len(self.words) and index - start < _LONGEST and (index == start or self._joined(index)):
            low = self.words[index].low
            linked = (
                low in self.connectors
                and index > start
                and index + 1 < len(self.words)
                and self.words[index + 1].capital
            )
            if not self._part(index) and not linked:
                break
            if index > start and (
                self.verb.fullmatch(low) or (low in self.degrees and self.words[index].text.isupper())
            ):
                break
            index += 1
        if index == start:
            return None
        alone = self.words[start]
        if index - start == 1 and first == start and alone.text.isupper() and len(alone.text) <= 6:
            return None  # a short name of a body
        if index - start == 1 and (len(self.words[start].text) < 3 or self.verb.fullmatch(self.words[start].low)):
            return None
        if self.gazetteer.named("".join(word.text for word in self.words[start:index])):
            return None
        last = self._degrees(index)
        span = Span(self.words[start].start, self.words[index - 1].end)
        return NameAt(first=first, last=last, span=span, text=" ".join(self.page.of(span).split()))

    def _degrees(self, index: int) -> int:
        while index < len(self.words) and self.words[index].low.rstrip(".") in self.degrees:
            if self.gap(index).strip(" .,") != "" or "\n" in self.gap(index) or not self.words[index].capital:
                break
            index += 1
        return index

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
