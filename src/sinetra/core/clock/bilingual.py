"""Catalogue texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.clock.block import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text of the catalogue: ``id`` Indonesian, ``en`` English."""

    id: str
    en: str

    @classmethod
    def take(cls, block: Block, field: str) -> Bilingual:
        inner = block.block(field)
        text = cls(id=inner.text("id"), en=inner.text("en"))
        inner.close()
        return text
