"""One rule of the press reader: a pattern, the code it stands for, and where it is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sinetra.core import yamlfile
from sinetra.core.press.page import Page
from sinetra.core.press.patterns import Patterns, alternatives

#: So many in one sentence tell no more, and looking around each of thousands takes long.
_ENOUGH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern over folded text with the code it stands for. ``cues``: one of them must occur in the sentence, and one
    of ``both`` (speed).

    ``near``: what must stand in the same sentence outside the match. ``without``: what must not stand in it."""

    id: str
    code: str
    pattern: re.Pattern[str]
    cue: re.Pattern[str] | None
    both: re.Pattern[str] | None
    near: re.Pattern[str] | None
    without: re.Pattern[str] | None
    options: Mapping[str, Any]

    def matches(self, page: Page) -> Iterator[re.Match[str]]:
        """Found in the sentences that hold a cue; no act and no sanction is told across the end of a sentence."""
        if self.cue is None:
            yield from self.pattern.finditer(page.low)
            return
        done = 0
        for cue in self.cue.finditer(page.low):
            if cue.start() >= done:
                sentence = page.sentence_at(cue.start())
                done = max(sentence.end, cue.end())
                if self.both is not None and self.both.search(page.low, sentence.start, sentence.end) is None:
                    continue
                yield from islice(self.pattern.finditer(page.low, sentence.start, sentence.end), _ENOUGH)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, words))) if words else None


_OWN = ("code", "any", "cues", "both", "id", "near", "without", yamlfile.LINE)


def read_rule(file: str, block: Mapping[str, Any], patterns: Patterns) -> Rule:
    code = str(block["code"])
    options = {key: value for key, value in block.items() if key not in _OWN}
    cues = tuple(str(cue) for cue in block.get("cues", ()))
    return Rule(
        id=f"{file}.{block.get('id', code)}",
        code=code,
        pattern=patterns.compile(alternatives(block["any"])),
        cue=_any_of(cues),
        both=_any_of(tuple(str(cue) for cue in block.get("both", ()))),
        near=patterns.compile(str(block["near"])) if "near" in block else None,
        without=patterns.compile(str(block["without"])) if "without" in block else None,
        options=options,
    )
