"""Persons told beside a role that is no office: "seorang warga yang lewat, X, mengaku", "X, pedagang cabai, datang".

A name between commas, beside a noun that says who somebody is. Such people carry no titles and hold no office that a
list could know; the grammar of the apposition tells them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt, Names
from sinetra.core.press.page import Page, Span

#: A name that stands apart ends with its comma and no list goes on, or with its sentence.
_GOES_ON = re.compile(r"\s*,\s(?!(?:dan|serta|atau)\b)[a-z\d]|\s*[.(]|\s*\n|\s*$")
_FALLS_BEFORE = re.compile(r"[;:\"“”()\n—–]|(?<=[a-z]),(?= (?:dan|kata|ujar|tetapi|namun|sedangkan|sementara)\b)")
_AND = re.compile(r" (?:dan|serta) ")
_CUT = re.compile(
    r" (?:yang|itu|ini|tersebut|bernama|dari (?:fraksi|partai|dapil)"
    r"|di (?:depan|samping|dekat|baris|antara|kursi|belakang|sebelah|ruang\w*))\b.*"
)
#: Speakers are told by whom they speak for: "narasumber dari Polsek X".
_SPEAKER_FROM = re.compile(
    r"(?:narasumber|pemateri|pembicara|penyaji|pemapar|perwakilan|utusan)"
    r"(?: (?:lain|utama|kunci|pertama|kedua|ketiga|lainnya))?"
    r",? (?:dari|asal) (?=[a-z])"
)
_NO_ROLE = re.compile(
    r"di antaranya|(?:ibu|bapak|istri|suami|anak|adik|kakak|mertua|menantu|paman|bibi|ibu mertua"
    r"|rekan|kolega|atasan|bawahan)"
    r"(?:nya)?(?: [a-z]+)?$"
)
_LONGEST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A name with the span of what is said beside it."""

    name: NameAt
    role: Span | None


class Appositions:
    def __init__(self, lexicon: Lexicon, page: Page, names: Names, begin: int) -> None:
        self.page = page
        self.names = names
        self.begin = begin
        self.role = lexicon.pattern("persons", "role")
        self.called = lexicon.pattern("persons", "called")
        self.says = re.compile(lexicon.pattern("macros", "SAY").pattern + r"\s$")
        self.many = lexicon.pattern("persons", "role_of_many")

    def find(self) -> Iterator[Beside]:
        yield from self._after_role()
        yield from self._before_role()
        yield from self._called()

    def _after_role(self) -> Iterator[Beside]:
        """ "Seorang peserta dari X, Marlon, bertanya"; "dua anggotanya, Daud Kale serta Winda Oktaria"."""
        words, page = self.page.words, self.page
        for index in range(max(1, self.begin), len(words)):
            if not words[index].capital or page.low[words[index - 1].end : words[index].start] != ", ":
                continue
            name = self.names.at(index)
            role = None if name is None else self._role_until(words[index - 1].end)
            if name is None or role is None:
                continue
            end = words[name.last - 1].end
            if _GOES_ON.match(page.text, end):
                if len(name.text.split()) > 1 or name.first < index or self._near(role):
                    yield Beside(name=name, role=self._kept(role))
                continue
            other = self._other(end) if self.many.match(page.low, role.start) else None
            if other is not None:
                yield Beside(name=name, role=self._kept(role))
                yield Beside(name=other, role=self._kept(role))

    def _near(self, role: Span) -> bool:
        """A lone name stands for a person only where no place can be meant: "pedagang di Pasar Baru, Glodok"."""
        return re.search(r" (?:di|ke) ", self.page.low[role.start : role.end]) is None

    def _other(self, end: int) -> NameAt | None:
        joined = _AND.match(self.page.low, end)
        return None if joined is None else self.names.at(self.page.word_index(joined.end()))

    def _role_until(self, comma: int) -> Span | None:
        """The last role before the comma, in what no other comma parts from it."""
        sentence = self.page.sentence_at(comma)
        left = max(sentence.start, comma - _LONGEST)
        for cut in _FALLS_BEFORE.finditer(self.page.low, left, comma):
            left = cut.end()
        last = max(left, self.page.low.rfind(",", left, comma) + 1)
        for begin in (last, left):
            found = list(self.role.finditer(self.page.low, begin, comma))
            own = [one for one in found if one["who"].endswith("nya")]
            if found:
                return Span((own[-1] if own else found[0]).start("who"), comma)
        return None

    def _kept(self, role: Span) -> Span | None:
        """Without "yang kebetulan lewat" and "narasumber dari"; none for one of the others or a relative."""
        text = self.page.low[role.start : role.end]
        if _NO_ROLE.match(text):
            return None
        speaker = _SPEAKER_FROM.match(text)
        start = role.start + (speaker.end() if speaker else 0)
        cut = _CUT.search(self.page.low, start, role.end)
        return Span(start, role.end if cut is None or cut.start() == start else cut.start())

    def _before_role(self) -> Iterator[Beside]:
        """ "Widodo Kasan, 54 tahun, penjaga SD X,", "Ibu Sumiati, pedagang cabai,"."""
        words, page = self.page.words, self.page
        for match in self.role.finditer(page.low):
            start = match.start("who")
            if page.low[start - 2 : start] != ", ":
                continue
            opening = re.search(r", (?:\d\d tahun, )?$", page.low[max(0, start - 14) : start])
            if opening is None or page.sentence_at(start).start == start:
                continue
            index = page.word_index(start - (opening.end() - opening.start()))
            index = index if index < len(words) and words[index].start >= start - len(opening[0]) else index + 1
            name = self.names.before(index) if self.begin < index <= len(words) else None
            if name is None:
                continue
            sure = len(name.text.split()) > 1 or words[name.first].start < name.span.start or self._said_by(name)
            if sure or page.sentence_at(name.span.start).start == name.span.start:
                end = re.search(r"[,.;:\n\"”]|$", page.low[start : start + _LONGEST])
                stop = start + (_LONGEST if end is None else end.start())
                yield Beside(name=name, role=self._kept(Span(start, stop)))

    def _said_by(self, name: NameAt) -> bool:
        before = self.page.low[max(0, name.span.start - 20) : name.span.start]
        return self.says.search(before) is not None

    def _called(self) -> Iterator[Beside]:
        """ "komisioner Natalis Pekei", "Ketua Jefri Nalenan": one who acts for a body, right before the name."""
        for match in self.called.finditer(self.page.low):
            index = self.page.word_index(match.end())
            if index >= len(self.page.words) or self.page.low[match.end() : self.page.words[index].start] != " ":
                continue
            name = self.names.at(index) if index >= self.begin else None
            if name is not None and (len(name.text.split()) > 1 or name.span.start > self.page.words[index].start):
                yield Beside(name=name, role=Span(match.start(), match.end()))
