"""Catalogue texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.clock.block import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text of the catalogue: ``id`` Indonesian, ``en`` English."""

    id: str
    en: str

    def to_json(self) -> dict[str, str]:
        return {"id": self.id, "en": self.en}

    @classmethod
    def of(cls, block: Block) -> Bilingual:
        text = cls(id=block.text("id"), en=block.text("en"))
        block.close()
        return text

    @classmethod
    def take(cls, block: Block, field: str) -> Bilingual:
        return cls.of(block.block(field))

    @classmethod
    def maybe(cls, block: Block, field: str) -> Bilingual | None:
        inner = block.optional_block(field)
        return None if inner is None else cls.of(inner)

    @classmethod
    def many(cls, block: Block, field: str) -> tuple[Bilingual, ...]:
        return tuple(cls.of(inner) for inner in block.blocks(field))
