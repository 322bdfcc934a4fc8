"""The method as data: dimensions, indicators, goalposts, weights, zones. Read from ``catalogue/index.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.inputs import Severity


class Origin(StrEnum):
    """Where an indicator gets its number: given as a value, or derived from what is known of the unit."""

    VALUE = "value"
    HISTORY = "history"
    PREVENTION_GAP = "prevention_gap"
    LATE_SHARE = "late_share"
    NO_CHANNEL = "no_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why a choice was made: ``source`` names a publication, or says that it is our own proposal."""

    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """``weight``: share within its dimension. ``low`` and ``high``: the amounts that give 0 and 100 (``low`` above
    ``high`` turns the direction round). ``action``: what to do where it drives the index."""

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
    id: str
    name: Bilingual
    weight: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """``weights`` by severity. ``half_life`` in years. ``most``: the rate in 1,000 staff that gives 100."""

    weights: Mapping[Severity, float]
    half_life: float
    most: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """``green`` and ``yellow``: highest score of each. ``complete``: share of weight that must be known, else grey.
    ``stable``: share of recomputations that must agree. ``unbalanced``: points between the two means."""

    green: float
    yellow: float
    complete: float
    stable: float
    unbalanced: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A rule that lifts a zone, never lowers it. ``id`` is what results carry."""

    id: str
    text: Bilingual
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
    ``effect``: the largest effect of prevention that is thought possible (the headline takes none)."""

    concentration: float
    half_lives: tuple[float, ...]
    severity_step: float
    effect: float
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """``digest``: SHA-256 of the canonical form of the file, in hexadecimal. ``stages``: 0 to 1 by stage id."""

    id: str
    digest: str
    name: Bilingual
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    history: History
    zones: Zones
    limits: Limits
    overrides: tuple[Override, ...]
    perturbation: Perturbation
    stages: Mapping[str, float]

    def indicator(self, id: str) -> Indicator:  # noqa: A002
        """Errors: ``KeyError``."""
        for indicator in self.indicators:
            if indicator.id == id:
                return indicator
        raise KeyError(id)
