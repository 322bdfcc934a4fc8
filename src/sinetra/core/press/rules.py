"""One rule of the press reader: a pattern, the code it stands for, and where it is looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sinetra.core import yamlfile
from sinetra.core.press.openings import openings
from sinetra.core.press.page import Page
from sinetra.core.press.patterns import Patterns, alternatives

#: So many in one sentence tell no more, and looking around each of thousands takes long.
_ENOUGH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern over folded text with the code it stands for. ``cues``: one of them must occur in the sentence, and one
    of ``both`` (speed); a rule without cues is tried at the words that begin like it (``begins``).

    ``near``: what must stand in the same sentence outside the match. ``without``: what must not stand in it."""

    id: str
    code: str
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    both: tuple[str, ...]
    begins: frozenset[str] | None
    near: re.Pattern[str] | None
    without: re.Pattern[str] | None
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule where it may find something on one page: at its ``cues`` that stand there, else where words stand that
    begin like it (``starts``, in order), else anywhere."""

    rule: Rule
    page: Page
    cues: Sequence[str] = ()
    starts: Sequence[int] | None = None

    def matches(self, end: int | None = None) -> Iterator[re.Match[str]]:
        """As ``finditer`` finds them up to ``end``; of a rule with cues in the sentences that hold one. No act and no
        sanction is told across the end of a sentence."""
        if not self.cues:
            return self._within(0, len(self.page.low) if end is None else end)
        return self._in_sentences()

    def _in_sentences(self) -> Iterator[re.Match[str]]:
        both, low = self.rule.both, self.page.low
        done = 0
        for start, end in sorted(_each(low, self.cues)):
            if start >= done:
                sentence = self.page.sentence_at(start)
                done = max(sentence.end, end)
                if not both or any(low.find(cue, sentence.start, sentence.end) >= 0 for cue in both):
                    yield from islice(self._within(sentence.start, sentence.end), _ENOUGH)

    def _within(self, begin: int, end: int) -> Iterator[re.Match[str]]:
        if self.starts is None:
            return self.rule.pattern.finditer(self.page.low, begin, end)
        return self._at_starts(self.starts[bisect_left(self.starts, begin) : bisect_left(self.starts, end)], end)

    def _at_starts(self, starts: Sequence[int], end: int) -> Iterator[re.Match[str]]:
        low, match_at, done = self.page.low, self.rule.pattern.match, 0
        for start in starts:
            if done <= start and (match := match_at(low, start, end)):
                done = match.end()
                yield match


def _each(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand, word by word."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


_OWN = ("code", "any", "cues", "both", "id", "near", "without", yamlfile.LINE)


def read_rule(file: str, block: Mapping[str, Any], patterns: Patterns) -> Rule:
    code = str(block["code"])
    options = {key: value for key, value in block.items() if key not in _OWN}
    cues = tuple(str(cue) for cue in block.get("cues", ()))
    pattern = patterns.compile(alternatives(block["any"]))
    return Rule(
        id=f"{file}.{block.get('id', code)}",
        code=code,
        pattern=pattern,
        cues=cues,
        both=tuple(str(cue) for cue in block.get("both", ())),
        begins=openings(pattern.pattern),
        near=patterns.compile(str(block["near"])) if "near" in block else None,
        without=patterns.compile(str(block["without"])) if "without" in block else None,
        options=options,
    )
