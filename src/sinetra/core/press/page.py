"""A cleaned article as its readers see it: one text, a folded twin of the same length, sentences and words.

Every rule works on offsets of ``text``; ``low`` has the same length, in lower case with plain quotes and dashes, so
an offset found in one is valid in the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\t": " "}
)
_WORD = re.compile(r"\w+(?:[.'’\-]\w+)*", re.UNICODE)
_BEGINNING = re.compile(r"(?<!\w)[a-z0-9]{1,5}")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?:[^\S\n]+(?=[\"'“‘(\[]*[A-Z0-9\-])|(?<=\)\.)(?=[A-Z])|(?=\n)|$)|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|dr|drs|dra|ir|h|hj|prof|kh|plt|plh|pj|pjs|pjb|no|nomor|kab|prov|jl|st|tgk|sdr|bpk|dll|dsb"
    r"|s|m|se|sh|si|rp|pkl|hlm|ust|kec|kel|letkol|akbp|kombes|brigjen|irjen|mayjen)\.$",
    re.IGNORECASE,
)
_NEW_LINE = re.compile(r"\n")
_CLOSED = re.compile(r"[.!?][\"'”’)]*$")
#: Rules look around a word within its sentence; what never ends is cut at a blank, so that looking stays cheap.
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` in Unicode code points of the article's ``text``; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty span {self.start}:{self.end}")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def to_json(self) -> list[int]:
        return [self.start, self.end]


class Word(NamedTuple):
    """One word with its place. ``low`` is folded; ``capital``: it begins with a capital letter."""

    text: str
    low: str
    start: int
    end: int
    capital: bool


def fold(text: str) -> str:
    """Lower case with plain quotes, dashes and blanks, of exactly the same length.

    >>> fold("“Pj” – Wali") == '"pj" - wali'
    True
    """
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in plain)


class Page:
    """The text of an article. Paragraphs are lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = fold(text)
        self._prose: dict[int, bool] = {}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order; initials, titles and "No." do not end one."""
        return tuple(piece for span in self._ended() for piece in self._cut(span))

    def _cut(self, span: Span) -> Iterator[Span]:
        start = span.start
        while span.end - start > _LONGEST_SENTENCE:
            blank = self.text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
            middle = start + _LONGEST_SENTENCE if blank < 0 else blank + 1
            yield self.trimmed(start, middle)
            start = middle
        yield self.trimmed(start, span.end)

    def _ended(self) -> list[Span]:
        found: list[Span] = []
        start = 0
        for match in _END.finditer(self.text):
            closes_line = "\n" in match.group()
            if not closes_line and _SHORT.search(self.text, max(start, match.start() - 12), match.start() + 1):
                continue
            if self.text[start : match.end()].strip():
                found.append(self.trimmed(start, match.end()))
            start = match.end()
        if self.text[start:].strip():
            found.append(self.trimmed(start, len(self.text)))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(
            Word(
                text := match.group(),
                self.low[(start := match.start()) : (end := match.end())],
                start,
                end,
                text[0].isupper(),
            )
            for match in _WORD.finditer(self.text)
        )

    @cached_property
    def word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def beginnings(self) -> Sequence[tuple[int, str]]:
        """Where each word stands, and its first letters or digits, five at most."""
        return [(match.start(), match.group()) for match in _BEGINNING.finditer(self.low)]

    @cached_property
    def threes(self) -> frozenset[str]:
        """Every three signs that stand side by side: a word whose first three are not among them stands nowhere."""
        low = self.low
        return frozenset(map("".join, zip(low, low[1:], low[2:], strict=False)))

    def word_index(self, offset: int) -> int:
        """The index of the word that holds ``offset``, else of the next word."""
        index = bisect_right(self.word_starts, offset) - 1
        if index >= 0 and self.words[index].end > offset:
            return index
        return index + 1

    def sentence_at(self, offset: int) -> Span:
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self.sentences[index] if self.sentences else Span(0, max(1, len(self.text)))

    def sentence_index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def beside(self, sentence: Span) -> Span:
        """The sentence with the one before and the one after it in the same paragraph."""
        index, line = self.sentence_index(sentence.start), self.line_at(sentence.start)
        before = self.sentences[max(0, index - 1)]
        after = self.sentences[min(len(self.sentences) - 1, index + 1)]
        start = before.start if before.start >= line.start else sentence.start
        return Span(start, after.end if after.end <= line.end else max(sentence.end, sentence.start + 1))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _NEW_LINE.finditer(self.text))]

    def line_at(self, offset: int) -> Span:
        index = bisect_right(self._line_starts, offset) - 1
        start = self._line_starts[index]
        end = self._line_starts[index + 1] - 1 if index + 1 < len(self._line_starts) else len(self.text)
        return Span(start, max(start + 1, end))

    def prose(self, offset: int) -> bool:
        """Whether the line tells something: many of its words are no capitals, fewer where it ends as a sentence.

        Headlines, bylines and lists of links are none.
        """
        line = self.line_at(offset)
        if line.start not in self._prose:
            text = self.of(line)
            words = text.split()
            small = sum(1 for word in words if word[:1].islower())
            self._prose[line.start] = small * (8 if _CLOSED.search(text) else 4) > len(words)
        return self._prose[line.start]

    def trimmed(self, start: int, end: int) -> Span:
        """The span without blanks at its ends."""
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        while start < end - 1 and self.text[start].isspace():
            start += 1
        return Span(start, end)

    def of(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def low_of(self, span: Span) -> str:
        return self.low[span.start : span.end]
