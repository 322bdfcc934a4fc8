"""Persons whom the text tells as such only later: by a quotation, or by "ia" and "petani itu" of the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.quoted import Quoted

#: "Ia", "Petani itu", "Kepala SDN X itu": the next sentence is about the same person.
_TAKEN_UP = re.compile(
    r"(?:ia|dia|beliau|pria|perempuan|lelaki|wanita|(?P<who>[a-z]+(?: [\w.]+){0,4}) itu)\b"
    r"(?! (?:adalah|berlangsung|digelar))"
)
_DATELINE = re.compile(r"[A-Z][^a-z\n]{2,40}(?:\([^)\n]{2,40}\) ?|, [\w .]{2,30} )?[-–—]{1,2} ")


class TakenUp:
    def __init__(self, page: Page, names: Names, scanner: Scanner, quoted: Quoted, begin: int) -> None:
        self.page = page
        self.names = names
        self.scanner = scanner
        self.words = page.words
        self.quoted = quoted
        self.begin = begin

    def corroborated(self, known: frozenset[str]) -> Iterator[NameAt]:
        """ "Rahmat Hidayat tidak berdiri di podium. … kata Rahmat": the full name of who is quoted by a part of it."""
        for first in dict.fromkeys(name.text for name in (*self.quoted.after, *self.quoted.alone)):
            if " " in first or first.lower() in known or len(first) < 4:
                continue
            for index in range(self.begin, len(self.words)):
                if self.words[index].text != first:
                    continue
                name = self.names.at(index) or None
                inside = self._inside_name(index) if name is None or len(name.text.split()) < 2 else name
                if inside is not None and not self.scanner.region_width(inside.first):
                    yield inside
                break

    def subjects(self) -> Iterator[tuple[NameAt, Span | None]]:
        """ "Simon Baitanu berangkat dini hari. Kepala SDN X itu …": who opens a sentence and is taken up next."""
        for here, following in pairwise(self.page.sentences):
            dateline = _DATELINE.match(self.page.text, here.start, here.end)
            index = self.page.word_index(here.start if dateline is None else dateline.end())
            taken_up = _TAKEN_UP.match(self.page.low, following.start)
            if taken_up is None or index < self.begin or index >= len(self.words):
                continue
            name = self.names.at(index)
            if name is None or len(name.text.split()) < 2 or name.last >= len(self.words):
                continue
            told = self.words[name.last]
            if told.capital or self.scanner.gap(name.last) != " " or self.scanner.region_width(index):
                continue
            yield name, Span(taken_up.start("who"), taken_up.end("who")) if taken_up["who"] else None

    def _inside_name(self, index: int) -> NameAt | None:
        """The name of several words that the word is the second or last of."""
        for first in range(max(self.begin, index - 3), index):
            name = self.names.at(first)
            if name is not None and name.first <= index < name.last and len(name.text.split()) > 1:
                return name
        return None
