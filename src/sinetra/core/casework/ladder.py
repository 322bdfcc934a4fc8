"""The ladder of follow-up when a recommendation is not acted on: each rung after the one before it."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """``after``: the rung that must have been taken; ``deadline``: the rule that must have run out first."""

    name: str
    title: Bilingual
    after: str | None
    actor: BodyCode
    deadline: str | None
    source: str
    confidence: Confidence
