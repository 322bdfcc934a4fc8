"""The columns of the file that goes to SBT and comes back: which are filled here, by the officer, by SBT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence


class FilledBy(StrEnum):
    """``OFFICER``: Sinetra does not hold it, and never asks a reporter for it."""

    SINETRA = "sinetra"
    OFFICER = "officer"
    SBT = "sbt"


@dataclass(frozen=True, slots=True, kw_only=True)
class SbtColumn:
    name: str
    filled_by: FilledBy
    title: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class SbtFile:
    """In the order of the file. ``confidence`` and ``note`` are shown with it."""

    columns: tuple[SbtColumn, ...]
    source: str
    confidence: Confidence
    note: Bilingual

    def names(self, filled_by: FilledBy | None = None) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if filled_by in (None, column.filled_by))


def load_sbt_file(catalogue: Path) -> SbtFile:
    """Reads ``catalogue/sbt.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "sbt.yaml")
    columns: list[SbtColumn] = []
    for inner in block.blocks("columns"):
        name = inner.text("name")
        if name in [column.name for column in columns]:
            raise inner.wrong("name", ("-",))
        filled_by = FilledBy(inner.one_of("filled_by", tuple(FilledBy)))
        columns.append(SbtColumn(name=name, filled_by=filled_by, title=Bilingual.take(inner, "title")))
        inner.close()
    found = SbtFile(
        columns=tuple(columns),
        source=block.text("source"),
        confidence=block.confidence(),
        note=Bilingual.take(block, "note"),
    )
    block.close()
    return found
