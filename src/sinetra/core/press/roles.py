"""What a person is by the words beside the name: "guru teladan tingkat kota, X Y", "X Y, staf kelurahan, …"."""

from __future__ import annotations

import re

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.names import NameAt
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

_BEFORE, _AFTER = 12, 14
_ONE_OF = frozenset(("seorang", "satu", "menurut", "oleh", "kata", "sementara", "lain"))
_ONE_OF |= {"dua", "tiga", "empat", "lima", "beberapa", "sejumlah", "para", "adalah", "yakni", "yaitu"}
_CALLS = frozenset(("bernama", "yakni", "yaitu", "adalah", "ialah"))
#: Between a noun and the name: words, at most one comma before the name.
_WITHIN = re.compile(r"[\w /'-]+,? ?")
#: A verb or a pointer: the noun belongs to something else.
_PARTS = re.compile(
    r"\b(?:itu|ini|tersebut|yang|oleh|kepada|untuk|dengan|bersama|menurut|kata|saat|ketika|agar|bahwa|tidak|bukan"
    r"|akan|sudah|telah|masih|juga|lalu|serta|dan|ia|dia|mereka"
    r"|(?:me[mnl]|meng|ber|ter|di)(?!vi|ri|nas|na |nama)[a-z]{4,})\b"
)
_AGE = re.compile(r",? \(?\d\d(?: tahun)?\)?,? |, ")
_STOPS = re.compile(r"[,.;:!?\"()\n]| - ")


class Roles:
    def __init__(self, lexicon: Lexicon, page: Page, scanner: Scanner) -> None:
        self.page, self.scanner, self.words = page, scanner, page.words
        self.titles = lexicon.words("offices", "titles")
        self.nouns = lexicon.words("names", "person_nouns")
        self.ends = lexicon.pattern("names", "apposition_ends")

    def noun(self, index: int) -> bool:
        """An office the scanner knows, or what a person may be called by: "pedagang", "staf", "warga"."""
        return self.words[index].low in self.nouns or self.scanner.longest(self.scanner.heads, index) > 0

    def of(self, name: NameAt, begin: int = 0) -> Phrase | None:
        return self.after(name) or self.before(name, begin) or self.sent_by(name) or self.resumed(name)

    def before(self, name: NameAt, begin: int = 0) -> Phrase | None:
        """ "Guru matematika bernama X", "pengurus Korpri Kabupaten Y, X": the noun farthest back in the clause."""
        sentence = self.page.sentence_at(name.span.start)
        found = None
        for index in range(name.first - 1, max(begin, name.first - _BEFORE) - 1, -1):
            word = self.words[index]
            between = self.page.low[word.start : self.words[name.first].start]
            if word.start < sentence.start or not _WITHIN.fullmatch(between) or _PARTS.search(between):
                break
            told = "," not in between or word.capital or (index and self.words[index - 1].low in _ONE_OF)
            told = told or (name.first - index > 1 and self.page.low[self.words[name.last - 1].end :][:1] in (",", "."))
            if told and self.noun(index):
                found = index
        if found is None:
            return None
        last = name.first
        while last > found and (self.words[last - 1].low in _CALLS or self.words[last - 1].low in self.titles):
            last -= 1
        return self._phrase(found, last) if last > found else None

    def after(self, name: NameAt) -> Phrase | None:
        """ "X (41), staf kelurahan yang …": up to the comma, the stop or the verb."""
        end = self.words[name.last - 1].end
        gap = _AGE.match(self.page.low, end)
        if gap is None:
            return None
        first = self.page.word_index(gap.end())
        if first >= len(self.words) or self.words[first].start != gap.end() or not self.noun(first):
            return None
        last = first + 1
        while last < len(self.words) and last - first < _AFTER:
            if _STOPS.search(self.page.low, self.words[last - 1].end, self.words[last].start):
                break
            if self.ends.fullmatch(self.words[last].low):
                break
            last += 1
        if last < len(self.words) and self.words[last].low in ("itu", "tersebut", "ini"):
            return None  # "X, guru itu mengaku": who was named before
        return self._phrase(first, last)

    def sent_by(self, name: NameAt) -> Phrase | None:
        """ "X Y dari Bawaslu Z"."""
        first = name.last + 1
        if first >= len(self.words) or self.words[name.last].low != "dari" or self._gap(name.last) != " ":
            return None
        return self.scanner.body(first) if self._gap(first) == " " else None

    def resumed(self, name: NameAt) -> Phrase | None:
        """ "… X Y. Lurah Z itu …": the next sentence takes the person up by the office, when nobody else is between."""
        sentence = self.page.sentence_at(name.span.start)
        index = self.page.word_index(sentence.end)
        if (
            index >= len(self.words)
            or not self.noun(index)
            or "\n" in self.page.text[sentence.end : self.words[index].start]
        ):
            return None
        between = self.page.text[self.words[name.last - 1].end : sentence.end]
        if re.search(r" [A-Z]\w+ [A-Z]", between):
            return None
        for last in range(index + 1, min(index + 10, len(self.words))):
            if self._gap(last) != " " or self.ends.fullmatch(self.words[last].low):
                pointed = self._gap(last) == " " and self.words[last].low in ("itu", "tersebut", "ini")
                return self._phrase(index, last) if pointed else None
        return None

    def _gap(self, index: int) -> str:
        return self.page.low[self.words[index - 1].end : self.words[index].start]

    def _phrase(self, first: int, last: int) -> Phrase:
        span = Span(self.words[first].start, self.words[last - 1].end)
        return Phrase(span=span, first=first, last=last, head=self.words[first].low, acting=None, complete=True)
