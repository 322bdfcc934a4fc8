"""Formal and material requirements of a report, by regime, each with its source and how far it was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sinetra.core.casework.states import Regime
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop


class RequirementKind(StrEnum):
    """A formal one concerns the report as a document, a material one what it tells."""

    FORMAL = "formal"
    MATERIAL = "material"


class Known(StrEnum):
    """The part of a report that answers a requirement before anybody has looked at it."""

    REPORTER = "reporter"
    REPORTED = "reported"
    IN_TIME = "in_time"
    SIGNATURE = "signature"
    TIME_AND_PLACE = "time_and_place"
    DESCRIPTION = "description"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """``known`` ``None``: only a person can answer it. ``repairable`` ``False``: the reporter cannot mend it."""

    id: str
    kind: RequirementKind
    title: Bilingual
    help: Bilingual
    known: Known | None
    repairable: bool
    regime: Regime
    source: str
    confidence: Confidence
    note: Bilingual | None = None


class Requirements:
    def __init__(self, items: Iterable[Requirement]) -> None:
        self._all = tuple(items)

    def __iter__(self) -> Iterator[Requirement]:
        return iter(self._all)

    def of(self, regime: Regime) -> tuple[Requirement, ...]:
        """In the order of the catalogue."""
        return tuple(item for item in self._all if item.regime is regime)

    def title(self, requirement_id: str) -> Bilingual:
        """The title is the same in both regimes. Errors: BadInput naming the known ones."""
        for item in self._all:
            if item.id == requirement_id:
                return item.title
        known = tuple(dict.fromkeys(item.id for item in self._all))
        raise BadInput(
            gettext_noop("Syarat %(value)s tidak dikenal; yang dikenal: %(accepted)s"),
            field="requirement",
            accepted=known,
            value=requirement_id,
        )


def load_requirements(catalogue: Path) -> Requirements:
    """Reads ``catalogue/requirements.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "requirements.yaml")
    found: list[Requirement] = []
    for inner in block.blocks("requirements"):
        found.extend(_of_both_regimes(inner, {item.id for item in found}))
    block.close()
    return Requirements(found)


def _of_both_regimes(block: Block, taken: set[str]) -> list[Requirement]:
    name = block.text("id")
    if name in taken:
        raise block.wrong("id", ("-",))
    kind = RequirementKind(block.one_of("kind", tuple(RequirementKind)))
    title, told = Bilingual.take(block, "title"), Bilingual.take(block, "help")
    known = block.optional_text("known")
    if known is not None and known not in tuple(Known):
        raise block.wrong("known", tuple(Known))
    repairable = block.flag("repairable", default=True)
    found = []
    for regime in Regime:
        inner = block.block(regime.value)
        found.append(
            Requirement(
                id=name,
                kind=kind,
                title=title,
                help=told,
                known=None if known is None else Known(known),
                repairable=repairable,
                regime=regime,
                source=inner.text("source"),
                confidence=inner.confidence(),
                note=Bilingual.maybe(inner, "note"),
            )
        )
        inner.close()
    block.close()
    return found
