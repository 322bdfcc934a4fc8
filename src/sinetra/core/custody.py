"""From how many people on an office keeps its own vault of identities, as data with source and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyRule:
    """``counted``: roles whose holders count, each person once."""

    least_staff: int
    counted: tuple[str, ...]
    source: str
    confidence: Confidence

    def keeps_own(self, people: int) -> bool:
        """
        >>> rule = CustodyRule(least_staff=3, counted=(), source="", confidence=Confidence.UNCHECKED)
        >>> [rule.keeps_own(people) for people in (2, 3)]
        [False, True]
        """
        return people >= self.least_staff


def load_custody(catalogue: Path) -> CustodyRule:
    """Errors: ``BadInput`` naming file, line and field."""
    block = Block.read(catalogue / "custody.yaml")
    rule = CustodyRule(
        least_staff=block.whole("least_staff"),
        counted=block.texts("counted"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return rule
