"""On what grounds a matter that has ended is handled once more. Without one of them it stays ended."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopeningGround:
    """``title`` ends a sentence that the reporter reads, and names nobody."""

    name: str
    title: Bilingual
    source: str
    confidence: Confidence

    @classmethod
    def of(cls, block: Block) -> ReopeningGround:
        found = cls(
            name=block.text("name"),
            title=Bilingual.take(block, "title"),
            source=block.text("source"),
            confidence=block.confidence(),
        )
        block.close()
        return found
