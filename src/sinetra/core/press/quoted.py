"""Names that stand with a verb of speech: "kata X Y", "X Y mengatakan", "X Y dari Bawaslu Z mengatakan"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.same_person import key_of


class Quoted:
    """``after``: names after the verb. ``before``: of several words before it. ``alone``: of one word before it."""

    def __init__(self, lexicon: Lexicon, page: Page, names: Names, scanner: Scanner, begin: int) -> None:
        self.page = page
        self.names = names
        self.scanner = scanner
        self.words = page.words
        self.begin = begin
        self.say = lexicon.pattern("persons", "speech")
        self.speaks = lexicon.pattern("persons", "speaks")

    @cached_property
    def after(self) -> tuple[NameAt, ...]:
        return tuple(self._after_verbs())

    @cached_property
    def before(self) -> tuple[NameAt, ...]:
        return tuple(name for name in self._all_before if len(name.text.split()) > 1 and not self._tail(name))

    @cached_property
    def alone(self) -> tuple[NameAt, ...]:
        return tuple(name for name in self._all_before if len(name.text.split()) == 1)

    @cached_property
    def words_said(self) -> frozenset[str]:
        """Words of names that stand with a verb of speech."""
        return frozenset(word for name in (*self.after, *self.before) for word in key_of(name.text))

    def _start(self) -> int:
        return self.words[self.begin].start if self.begin < len(self.words) else len(self.page.text)

    def _after_verbs(self) -> Iterator[NameAt]:
        for match in self.say.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.end())
            if index >= len(self.words) or self.page.low[match.end() : self.words[index].start] != " ":
                continue
            if self.scanner.position(index) or self.scanner.body(index) or self.scanner.region_width(index):
                continue
            if name := self.names.at(index):
                yield name

    @cached_property
    def _all_before(self) -> tuple[NameAt, ...]:
        found = []
        for match in self.speaks.finditer(self.page.low, self._start()):
            index = self.page.word_index(match.start())
            name = (self.names.before(index) if index else None) or self._from_body(index)
            if name is not None and not self.scanner.region_width(name.first):
                found.append(name)
        return tuple(found)

    def _tail(self, name: NameAt) -> bool:
        """The words before, inside the sentence, are capitals too: the end of some other name, like a feast's."""
        if name.first == 0 or self.scanner.gap(name.first) != " ":
            return False
        before = self.words[name.first - 1]
        return before.capital and before.start != self.page.sentence_at(before.start).start

    def _from_body(self, index: int) -> NameAt | None:
        """ "X Y dari Bawaslu Z mengatakan"."""
        for back in range(index - 1, max(self.begin, index - 8), -1):
            if self.words[back].low in ("dari", "asal") and (body := self.scanner.body(back + 1)):
                return self.names.before(back) if body.last == index else None
        return None
