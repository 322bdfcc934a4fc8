"""Who can be asked for a statement, and what each is told before it begins, with source and how far it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


class Whom(StrEnum):
    REPORTED = "reported"
    WITNESS = "witness"
    EXPERT = "expert"
    REPORTER = "reporter"
    OTHER_BODY = "other_body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    id: str
    whom: tuple[Whom, ...]
    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    all: tuple[Right, ...]

    def of(self, whom: Whom) -> tuple[Right, ...]:
        """In the order of the catalogue."""
        return tuple(right for right in self.all if whom in right.whom)


def load_rights(catalogue: Path) -> Rights:
    """Reads ``catalogue/clarification.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "clarification.yaml")
    found: dict[str, Right] = {}
    for inner in block.blocks("rights"):
        right = _right(inner)
        if right.id in found:
            raise inner.wrong("id", ("-",))
        found[right.id] = right
    block.close()
    return Rights(all=tuple(found.values()))


def _right(block: Block) -> Right:
    name, whom = block.text("id"), block.texts("whom")
    if not whom or any(one not in tuple(Whom) for one in whom):
        raise block.wrong("whom", tuple(Whom))
    found = Right(
        id=name,
        whom=tuple(Whom(one) for one in whom),
        text=Bilingual.take(block, "text"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found
