"""``catalogue/index.yaml``, read and checked field by field."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from sinetra.core import yamlfile
from sinetra.core.canonical import canonical
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.stages import StageCode
from sinetra.core.index.configuration import (
    Configuration,
    Dimension,
    Ground,
    History,
    IkpRule,
    Indicator,
    Limits,
    Origin,
    OverrideId,
    Perturbation,
    Zones,
)
from sinetra.core.index.inputs import Severity
from sinetra.core.index.numbers import number

E = TypeVar("E", bound=StrEnum)
W = TypeVar("W", Dimension, Indicator)


def load_index(catalogue: Path) -> Configuration:
    """``index.yaml`` of the catalogue. Errors: ``BadInput`` naming file, line and field."""
    return read_index(catalogue / "index.yaml")


def read_index(path: Path) -> Configuration:
    """Any file of that form: an office may weigh otherwise, under an id of its own. Errors: ``BadInput``."""
    block = Block.read(path)
    dimensions = _shared(block, [_dimension(inner) for inner in block.blocks("dimensions")])
    _once(block, "dimensions", [item.id for item in dimensions])
    indicators = [item for dimension in dimensions for item in dimension.indicators]
    _once(block, "indicators", [item.id for item in indicators])
    for origin in set(Origin) - {Origin.VALUE}:
        if sum(item.origin is origin for item in indicators) > 1:
            raise block.wrong("origin", (f"one indicator with {origin}",))
    if any(item.origin is Origin.HISTORY and (item.low or item.high <= 0) for item in indicators):
        raise block.wrong("low", ("0, and high above 0, for the history",))
    found = Configuration(
        id=block.text("id"),
        name=Bilingual.take(block, "name"),
        dimensions=dimensions,
        history=_history(block.block("history")),
        zones=_zones(block.block("zones")),
        limits=_limits(block.block("limits")),
        overrides=dict(_overrides(block)),
        perturbation=_perturbation(block.block("perturbation")),
        stages=_by_word(block.block("stages"), StageCode, most=1),
        ikp=_ikp(block.block("ikp")),
        # Last: numbers that have no canonical form were told with their place before.
        digest=sha256(canonical(yamlfile.plain(yamlfile.read(path)))).hexdigest(),
    )
    if set(found.overrides) != set(OverrideId):
        raise block.wrong("overrides", tuple(OverrideId))
    block.close()
    return found


def _dimension(block: Block) -> Dimension:
    name = block.text("id")
    indicators = _shared(block, [_indicator(inner, name) for inner in block.blocks("indicators")])
    found = Dimension(
        id=name,
        name=Bilingual.take(block, "name"),
        weight=number(block, "weight", least=1e-9),
        ground=_ground(block),
        indicators=indicators,
    )
    block.close()
    return found


def _indicator(block: Block, dimension: str) -> Indicator:
    found = Indicator(
        id=block.text("id"),
        dimension=dimension,
        name=Bilingual.take(block, "name"),
        unit=Bilingual.take(block, "unit"),
        weight=number(block, "weight", least=1e-9),
        low=number(block, "low"),
        high=number(block, "high"),
        origin=Origin(block.one_of("origin", tuple(Origin))),
        action=Bilingual.take(block, "action"),
        ground=_ground(block),
    )
    if found.low == found.high:
        raise block.wrong("high", ("other than low",))
    block.close()
    return found


def _shared(block: Block, parts: list[W]) -> tuple[W, ...]:
    """Weights as shares of their sum."""
    if not parts:
        raise block.wrong("weight", ("at least one",))
    whole = math.fsum(part.weight for part in parts)
    return tuple(replace(part, weight=part.weight / whole) for part in parts)


def _once(block: Block, field: str, names: list[str]) -> None:
    if len(set(names)) != len(names):
        raise block.wrong(field, ("each id once",))


def _ground(block: Block) -> Ground:
    inner = block.block("ground")
    found = Ground(text=Bilingual.take(inner, "text"), source=inner.text("source"), confidence=inner.confidence())
    inner.close()
    return found


def _by_word(block: Block, words: type[E], *, most: float = math.inf) -> dict[E, float]:
    found = {word: number(block, word.value, least=0, most=most) for word in words}
    block.close()
    return found


def _history(block: Block) -> History:
    found = History(
        weights=_by_word(block.block("weights"), Severity),
        half_life=number(block, "half_life", least=1e-9),
        ground=_ground(block),
    )
    block.close()
    return found


def _zones(block: Block) -> Zones:
    parts = block.take("complete")
    if not isinstance(parts, list) or len(parts) != 2 or not all(type(part) is int and part > 0 for part in parts):
        raise block.wrong("complete", ("[2, 3]",))
    found = Zones(
        green=number(block, "green", least=0, most=100),
        yellow=number(block, "yellow", least=0, most=100),
        complete=Fraction(*parts),
        stable=number(block, "stable", least=0, most=1),
        unbalanced=number(block, "unbalanced", least=0, most=100),
        ground=_ground(block),
    )
    if found.green >= found.yellow:
        raise block.wrong("yellow", ("above green",))
    block.close()
    return found


def _limits(block: Block) -> Limits:
    found = Limits(
        cycle_years=block.whole("cycle_years"),
        open_cases=block.whole("open_cases"),
        coverage=number(block, "coverage", least=0, most=1),
        staff=block.whole("staff"),
    )
    block.close()
    return found


def _overrides(block: Block) -> Iterable[tuple[OverrideId, Bilingual]]:
    for inner in block.blocks("overrides"):
        yield OverrideId(inner.one_of("id", tuple(OverrideId))), Bilingual.take(inner, "text")
        inner.close()


def _perturbation(block: Block) -> Perturbation:
    lives = block.take("half_lives")
    if not isinstance(lives, list) or not lives or not all(type(life) in (int, float) and life > 0 for life in lives):
        raise block.wrong("half_lives", ("[2, 4, 8]",))
    found = Perturbation(
        concentration=number(block, "concentration", least=1e-9),
        half_lives=tuple(float(life) for life in lives),
        severity_step=number(block, "severity_step", least=0),
        effect=number(block, "effect", least=0, most=1),
        group_of=block.whole("group_of"),
        ground=_ground(block),
    )
    block.close()
    return found


def _ikp(block: Block) -> IkpRule:
    found = IkpRule(fewest=block.whole("fewest"), skewness=number(block, "skewness", least=0), ground=_ground(block))
    block.close()
    return found
