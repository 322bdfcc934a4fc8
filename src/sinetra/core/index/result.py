"""Where each unit stands, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.index.configuration import OverrideId
from sinetra.core.index.inputs import Kind
from sinetra.core.index.levels import Level


class Zone(StrEnum):
    """``GREY``: too little is known to say."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """``contribution``: points of the index that come from this indicator. ``delta``: by how many points the index
    would fall without it (negative: it would rise); ``None`` when nothing would be left."""

    indicator: str
    dimension: str
    contribution: float
    delta: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One unit. ``score``, ``geometric`` and ``residual`` 0 to 100, ``None`` in the grey zone; high is vulnerable.

    ``interval``: the index if all that is missing were 0, and if it were 100; in the grey zone, too. ``p_zone``: share
    of recomputations that end in each zone, the sum is 1. ``rank``: 5th and 95th percentile of the place among units
    of its ``group``, 1 is the most vulnerable. ``drivers``: heaviest first; their contributions add up to the score,
    in the grey zone to the lower end of the interval. ``overrides``: rules that lifted the zone. ``stable``: at least
    80 % of the recomputations agree with the zone. ``unbalanced``: arithmetic and geometric mean differ by more than
    10 points. ``residual``: the score if prevention had the largest effect that is thought possible.
    """

    code: str
    name: str
    kind: Kind
    parent: str
    group: Level
    score: float | None
    geometric: float | None
    residual: float | None
    interval: tuple[float, float] | None
    zone: Zone
    p_zone: Mapping[Zone, float]
    rank: tuple[int, int] | None
    median_rank: float | None
    drivers: tuple[Driver, ...]
    dimensions: Mapping[str, float | None]
    completeness: float
    missing: tuple[str, ...]
    overrides: tuple[OverrideId, ...]
    stable: bool
    unbalanced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """``configuration``: its id; ``digest``: SHA-256 of its canonical form; ``inputs``: the same of what went in;
    ``day``: the cut-off of the data."""

    configuration: str
    digest: str
    inputs: str
    seed: int
    day: date
    draws: int
    units: tuple[Placed, ...]

    def placed(self, code: str) -> Placed | None:
        return next((unit for unit in self.units if unit.code == code), None)
