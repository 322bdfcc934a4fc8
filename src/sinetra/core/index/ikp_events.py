"""The other half of the replica: from events to scores as IKP 2024 describes it. Its dimension weights are unpublished.

Indicator x = Σ (events · level); normalised 100 · x / max over the regions; dimension = mean of its indicators;
index = Σ w·D with weights that the user enters, equal unless they do. ``equal_weights`` then marks the result.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.ikp import Scored

_WRONG = gettext_noop("%(field)s: %(value)s tidak diterima; yang diterima: %(accepted)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class IkpEvents:
    """``events`` of one ``level`` that count for one indicator in one region; a region without any has ``events`` 0."""

    region: str
    dimension: str
    indicator: str
    events: int
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IkpScores:
    """``indicators`` by (region, indicator), 0 to 100. ``equal_weights``: nobody entered any."""

    scores: tuple[Scored, ...]
    indicators: Mapping[tuple[str, str], float]
    dimensions: Mapping[tuple[str, str], float]
    weights: Mapping[str, float]
    equal_weights: bool


def scores_of(rows: Sequence[IkpEvents], weights: Mapping[str, float] | None = None) -> IkpScores:
    """Errors: ``BadInput`` for a negative count, an indicator in two dimensions, or weights of other dimensions."""
    home: dict[str, str] = {}
    sums: dict[tuple[str, str], float] = {}
    for row in rows:
        if row.events < 0 or row.level < 0 or not math.isfinite(row.level):
            raise BadInput(_WRONG, field=f"{row.region}.{row.indicator}", value=row.events, accepted=("0…",))
        if home.setdefault(row.indicator, row.dimension) != row.dimension:
            raise BadInput(_WRONG, field=row.indicator, value=row.dimension, accepted=(home[row.indicator],))
        place = (row.region, row.indicator)
        sums[place] = sums.get(place, 0.0) + row.events * row.level
    regions = tuple(dict.fromkeys(row.region for row in rows))
    shares = _weights(tuple(dict.fromkeys(home.values())), weights)
    indicators = {}
    for name in home:
        most = max(sums.get((region, name), 0.0) for region in regions)
        for region in regions:
            indicators[region, name] = 100 * sums.get((region, name), 0.0) / most if most else 0.0
    dimensions = {}
    for region in regions:
        for dimension in shares:
            inside = [indicators[region, name] for name, at in home.items() if at == dimension]
            dimensions[region, dimension] = math.fsum(inside) / len(inside)
    index = {
        region: math.fsum(share * dimensions[region, name] for name, share in shares.items()) for region in regions
    }
    return IkpScores(
        scores=tuple(Scored(code=region, score=min(100.0, value)) for region, value in index.items()),
        indicators=indicators,
        dimensions=dimensions,
        weights=shares,
        equal_weights=weights is None,
    )


def _weights(dimensions: tuple[str, ...], given: Mapping[str, float] | None) -> dict[str, float]:
    if given is None:
        return {name: 1 / len(dimensions) for name in dimensions}
    if set(given) != set(dimensions) or any(not math.isfinite(share) or share <= 0 for share in given.values()):
        raise BadInput(_WRONG, field="weights", value=dict(given), accepted=dimensions)
    whole = math.fsum(given.values())
    return {name: given[name] / whole for name in dimensions}
