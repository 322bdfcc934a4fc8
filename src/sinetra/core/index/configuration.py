"""The method as data: dimensions, indicators, goalposts, weights, zones. Read from ``catalogue/index.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import StageCode
from sinetra.core.index.inputs import Severity


class Origin(StrEnum):
    """Where an indicator gets its number: given as a value, or derived from what is known of the unit."""

    VALUE = "value"
    HISTORY = "history"
    PREVENTION_GAP = "prevention_gap"
    LATE_SHARE = "late_share"
    NO_CHANNEL = "no_channel"


class OverrideId(StrEnum):
    HEAVY_CASE = "heavy_case"
    OVERDUE = "overdue"
    OPEN_CASES = "open_cases"
    HOLLOW_GREEN = "hollow_green"
    UNPROVEN_GREEN = "unproven_green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why a choice was made: ``source`` names a publication, or says that it is our own proposal."""

    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """``weight``: share within its dimension, all add up to 1. ``low`` and ``high``: the amounts that give 0 and 100
    (``low`` above ``high`` turns the direction round). ``action``: what to do where it drives the index."""

    id: str
    dimension: str
    name: Bilingual
    unit: Bilingual
    weight: float
    low: float
    high: float
    origin: Origin
    action: Bilingual
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """``weight``: share of the index, all add up to 1."""

    id: str
    name: Bilingual
    weight: float
    ground: Ground
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """``weights`` by severity. ``half_life`` in years."""

    weights: Mapping[Severity, float]
    half_life: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """``green`` and ``yellow``: highest score of each. ``complete``: share of weight that must be known, else grey.
    ``stable``: share of recomputations that must agree. ``unbalanced``: points between the two means."""

    green: float
    yellow: float
    complete: Fraction
    stable: float
    unbalanced: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``cycle_years``: how long a heavy decision lifts the zone. ``open_cases``: from so many on. ``coverage``: below
    it no unit without a case is green. ``staff``: smaller units are not scored."""

    cycle_years: int
    open_cases: int
    coverage: float
    staff: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Perturbation:
    """What the recomputations vary. ``concentration`` of the Dirichlet draw of weights; ``severity_step`` up or down;
    ``effect``: the largest effect of prevention that is thought possible (the headline takes none); ``group_of``:
    smaller groups are not normalised by rank or z-score."""

    concentration: float
    half_lives: tuple[float, ...]
    severity_step: float
    effect: float
    group_of: int
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class IkpRule:
    """When mean ± 1 SD is refused: ``fewest`` scores, ``skewness`` (either side) that is still borne."""

    fewest: int
    skewness: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """``digest``: SHA-256 of the canonical form of the file, in hexadecimal. ``stages``: 0 to 1.

    ``overrides``: the rules that lift a zone, never lower it, in words; results carry their ids.
    """

    id: str
    digest: str
    name: Bilingual
    dimensions: tuple[Dimension, ...]
    history: History
    zones: Zones
    limits: Limits
    overrides: Mapping[OverrideId, Bilingual]
    perturbation: Perturbation
    stages: Mapping[StageCode, float]
    ikp: IkpRule

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for dimension in self.dimensions for indicator in dimension.indicators)

    def indicator(self, name: str) -> Indicator:
        """Errors: ``KeyError``."""
        for indicator in self.indicators:
            if indicator.id == name:
                return indicator
        raise KeyError(name)
