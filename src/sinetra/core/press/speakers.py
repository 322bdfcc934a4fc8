"""Names beside verbs of speech: "kata X Y", "X Y mengatakan", "X Y dari Bawaslu Z mengatakan"."""

from __future__ import annotations

from collections.abc import Iterator

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner


class Speakers:
    """Finds them on one page, from word ``begin`` on."""

    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner, names: Names, begin: int) -> None:
        self.page, self.scanner, self.names, self.begin, self.words = page, scanner, names, begin, page.words
        self.say = lexicon.pattern("persons", "speech")
        self.speaks = lexicon.pattern("persons", "speaks")

    def _start(self) -> int:
        return self.words[self.begin].start if self.begin < len(self.words) else len(self.page.text)

    def after_verbs(self) -> Iterator[NameAt]:
        for match in self.say.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.end())
            if index >= len(self.words) or self.page.low[match.end() : self.words[index].start] != " ":
                continue
            if self.scanner.position(index) or self.scanner.body(index) or self.scanner.region_width(index):
                continue
            if name := self.names.at(index):
                yield name

    def before_verbs(self) -> Iterator[NameAt]:
        for match in self.speaks.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.start())
            name = self.names.before(index) if index else None
            if name is None:
                name = self._from_body(index)
            if name and len(name.text.split()) > 1 and not (self.scanner.region_width(name.first) or self._tail(name)):
                yield name

    def _tail(self, name: NameAt) -> bool:
        """The words before, inside the sentence, are capitals too: the end of some other name, like a feast's."""
        if name.first == 0 or self.names.gap(name.first) != " ":
            return False
        before = self.words[name.first - 1]
        return before.capital and before.start != self.page.sentence_at(before.start).start

    def _from_body(self, index: int) -> NameAt | None:
        """ "X Y dari Bawaslu Z mengatakan"."""
        for back in range(index - 1, max(self.begin, index - 8), -1):
            if self.words[back].low in ("dari", "asal") and (body := self.scanner.body(back + 1)):
                return self.names.before(back) if body.last == index else None
        return None
