"""People who are named without an office before the name: by what a name is, and by what stands around it.

A run of capitals is a person when one of its words is known as a name, when a title, a degree or an age stands at it,
when it is called so ("bernama", "atas nama"), or when a word for people stands beside it. Words after "Jalan", "Hotel",
"Program", a run inside a longer one, a quoted motto and what a place word leads are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sinetra.core.press.apposition import Apposition
from sinetra.core.press.known_names import KnownNames
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_CALLED = re.compile(r"(?:bernama|bernama lengkap|atas nama|nama|yakni|yaitu) $")
_AGED = re.compile(r",? \(?\d\d(?: tahun)?\)|, \d\d tahun\b")
#: "di Batu Intan", "ke Lubuk Damar": where, not who.
_WHERE = re.compile(r"\b(?:di|ke|asal|se|sekitar|antara|kawasan|wilayah|arah|menuju|jurusan) $")
_DATELINE = re.compile(r"(?:[^\W\d_a-z][\w.]*[ ,./]{0,2}){1,7}(?:-{1,2}|[–—|]|\(\d)")
_INSIDE_QUOTES = re.compile(r"[\"']")


class Named:
    """Candidates of one page in their order."""

    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, names: Names) -> None:
        self.page, self.scanner, self.names, self.words = page, scanner, names, page.words
        self.known = KnownNames(lexicon)
        self.beside = Apposition(lexicon, page, scanner)
        self.openers = lexicon.words("names", "openers")

    def found(self, begin: int, taken: set[int]) -> Iterator[NameAt]:
        index = begin
        while index < len(self.words):
            word = self.words[index]
            if not word.capital or index in taken:
                index += 1
                continue
            phrase = self.scanner.body(index) or self.scanner.position(index)
            if phrase is not None:
                index = max(index + 1, phrase.last)
                continue
            name = self._at(index)
            if name is None:
                index += 1
                continue
            if not taken & set(range(name.first, name.last)):
                for part in self._pair(name):
                    if self._person(part):
                        yield part
            index = name.last

    def _at(self, index: int) -> NameAt | None:
        """The name at ``index``; a common word that opens the sentence is no part of it: "Kasus X Y bermula"."""
        name = self.names.at(index)
        if name is None:
            return None
        opens = self.page.sentence_at(name.span.start).start >= name.span.start - 1
        if opens and name.last - name.first > 1 and self.words[index].low in self.openers:
            return None
        return name

    def _pair(self, name: NameAt) -> tuple[NameAt, ...]:
        """ "X Y-Z W" are two people."""
        words = range(name.first, name.last)
        joint = next((i for i in words if self.words[i].low.count("-") == 1 and i not in (name.first, name.last - 1)), None)
        if joint is None:
            return (name,)
        word = self.words[joint]
        middle = word.start + word.text.index("-")
        left, right = Span(name.span.start, middle), Span(middle + 1, name.span.end)
        if not (self.known.sure(self.page.of(left)) and self.known.sure(self.page.of(right))):
            return (name,)
        return (
            NameAt(first=name.first, last=joint, span=left, text=self.page.of(left)),
            NameAt(first=joint, last=name.last, span=right, text=self.page.of(right)),
        )

    def _person(self, name: NameAt) -> bool:
        titled = self.words[name.first].start < name.span.start
        degree = self.words[name.last - 1].start > name.span.end
        many = len(name.text.split()) > 1
        known = self.known.sure(name.text)
        before = self.page.low[max(0, name.span.start - 24) : self.words[name.first].start]
        after = self.page.low[self.words[name.last - 1].end :][:24]
        if self._of_a_thing(name, before, after, titled=titled):
            return False
        called = _CALLED.search(before) is not None
        aged = _AGED.match(after) is not None
        if many and (titled or degree or known or called or aged):
            return True
        person = self.beside.of(name) is not None
        return (many and person) or ((known or titled) and (called or aged or person))

    def _of_a_thing(self, name: NameAt, before: str, after: str, *, titled: bool) -> bool:
        first, last = name.first, name.last
        opens = self.page.sentence_at(self.words[first].start).start >= self.words[first].start - 1
        if not titled and (_WHERE.search(before) or self.scanner.region_width(first)):
            return True
        if first and not opens and self.names.gap(first) in (" ", "-", "/") and self.words[first - 1].capital:
            previous = self.words[first - 1]
            in_sentence = self.page.sentence_at(previous.start).start < previous.start
            if in_sentence or previous.low not in self.openers:
                return True
        if last < len(self.words) and self.names.gap(last) in (" ", "-") and (
            self.words[last].capital or self.words[last].text.isdigit()
        ):
            return True
        quoted = before[-1:] in ("\"", "'") and after[:1] in ("\"", "'")
        return quoted or (not titled and self._dateline(name))

    def _dateline(self, name: NameAt) -> bool:
        """ "KOTA, Kilas Provinsi - ": only capitals up to a dash or a date."""
        line = self.page.line_at(name.span.start)
        opening = _DATELINE.match(self.page.text, line.start, line.end)
        return opening is not None and name.span.end <= opening.end()
