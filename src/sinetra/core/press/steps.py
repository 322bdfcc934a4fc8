"""Of an affair with several steps, the one the headline tells is the news: its day is the event's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

_STEPS = {
    "alleged_violation": ("step_answered", "step_heard", "step_summoned", "step_reported", "step_found"),
    "decision/sanction": ("step_decided", "step_passed_on", "step_appealed", "step_carried_out"),
}
_ANSWERED = "step_answered"


@dataclass(frozen=True)
class Steps:
    """``title_end``: where the headline ends."""

    lexicon: Lexicon
    page: Page
    kind: str
    title_end: int

    @cached_property
    def news(self) -> frozenset[str]:
        """The steps that the headline names."""
        steps = _STEPS.get(self.kind, ())
        return frozenset(one for one in steps if self._found(one, 0, self.title_end))

    @property
    def answered(self) -> bool:
        """The news is what the one concerned says of it, so that the day of the saying is the event's."""
        return _ANSWERED in self.news

    def agrees(self, start: int) -> bool:
        """Whether the step told nearest before a day, else first behind it, is one of the headline's."""
        if not self.news:
            return False
        sentence = self.page.sentence_at(start)
        before = {one: hits[-1] for one in _STEPS[self.kind] if (hits := self._found(one, sentence.start, start))}
        if before:
            last = max(before.values())
            return any(before[one] == last for one in self.news & set(before))
        after = {one: hits[0] for one in _STEPS[self.kind] if (hits := self._found(one, start, sentence.end))}
        first = min(after.values(), default=0)
        return any(after[one] == first for one in self.news & set(after))

    def _found(self, key: str, start: int, end: int) -> list[int]:
        return [match.end() for match in self.lexicon.pattern("dates", key).finditer(self.page.low, start, end)]
