"""One rule of the press reader: a pattern, the code it stands for, and where it is looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
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

    def matches(self, page: Page) -> Iterator[re.Match[str]]:
        """Found in the sentences that hold a cue; no act and no sanction is told across the end of a sentence."""
        if not self.cues:
            yield from self.matches_until(page, len(page.low))
            return
        done = 0
        low = page.low
        # Most stand nowhere, and this tells it fastest.
        threes = page.threes
        there = [cue for cue in self.cues if (cue[:3] in threes or len(cue) < 3) and cue in low]
        for start, end in sorted(_each(low, there)) if there else ():
            if start >= done:
                sentence = page.sentence_at(start)
                done = max(sentence.end, end)
                if not self.both or any(page.low.find(cue, sentence.start, sentence.end) >= 0 for cue in self.both):
                    yield from islice(self.pattern.finditer(page.low, sentence.start, sentence.end), _ENOUGH)

    def matches_until(self, page: Page, end: int) -> Iterator[re.Match[str]]:
        """As ``finditer`` of the pattern finds them."""
        if self.begins is None:
            yield from self.pattern.finditer(page.low, 0, end)
            return
        done = 0
        there = self.begins & page.beginnings
        if not there:
            return
        for start in sorted(chain.from_iterable(_up_to(page.begins[it], end) for it in there)):
            if done <= start and (match := self.pattern.match(page.low, start, end)):
                done = match.end()
                yield match


def _up_to(starts: Sequence[int], end: int) -> Sequence[int]:
    """Those before ``end``; they are in order."""
    return starts if not starts or starts[-1] < end else starts[: bisect_left(starts, end)]


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
        begins=None if cues else openings(pattern.pattern),
        near=patterns.compile(str(block["near"])) if "near" in block else None,
        without=patterns.compile(str(block["without"])) if "without" in block else None,
        options=options,
    )
