"""Deadlines of norms, as far as they can be counted; one that was counted is remembered."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sinetra.core.clock.clock import Clock
from sinetra.core.errors import BadInput
from sinetra.core.law.decision import Due


class Dues:
    """Counts with one clock. Where it cannot count, the reason is the explanation."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counted = lru_cache(maxsize=8192)(self._count)

    def __call__(self, rule: str, start: date | None, region: str | None, missing: str) -> Due:
        """The deadline of ``rule``; without a start, ``missing`` says what is not known."""
        if start is None:
            return Due(rule=rule, due=None, explanation=(missing,), confidence=None)
        return self._counted(rule, start, region)

    def _count(self, rule: str, start: date, region: str | None) -> Due:
        try:
            found = self._clock.deadline(rule, start, region=region)
        except BadInput as error:
            return Due(rule=rule, due=None, explanation=(str(error),), confidence=None)
        return Due(rule=rule, due=found.due, explanation=found.explanation, confidence=found.confidence)
