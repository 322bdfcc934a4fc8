"""One unit by the formula, step by step: scores of indicators, dimensions, index, interval, drivers.

Plain arithmetic, so that each step can be followed by hand. ``robustness`` does the same with arrays.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sinetra.core.index.configuration import Configuration, Dimension, Zones
from sinetra.core.index.result import Driver
from sinetra.core.index.rounding import rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """``index`` is ``None`` when nothing is known. ``low`` and ``high``: all that is missing at 0, and at 100.

    ``known``: share of the weight that is known. ``geometric`` on 1 to 100.
    """

    dimensions: Mapping[str, float | None]
    index: float | None
    geometric: float | None
    low: float
    high: float
    known: float
    drivers: tuple[Driver, ...]


def dimension_score(dimension: Dimension, scores: Mapping[str, float]) -> float | None:
    """Weighted mean of the indicators that are known."""
    return _mean([(item.weight, scores[item.id]) for item in dimension.indicators if item.id in scores])


def index_of(configuration: Configuration, scores: Mapping[str, float]) -> float | None:
    """V = Σ w·D over the dimensions that are known, their weights made to add up to 1."""
    return _mean([(item.weight, score) for item, score in _known(configuration, scores)])


def geometric_of(configuration: Configuration, scores: Mapping[str, float]) -> float | None:
    """exp(Σ w·ln D') with D' = 1 + 0.99·D, so that a dimension at 0 does not decide alone."""
    found = _mean([(item.weight, math.log(1 + 0.99 * score)) for item, score in _known(configuration, scores)])
    return None if found is None else math.exp(found)


def score(configuration: Configuration, scores: Mapping[str, float], without: frozenset[str] = frozenset()) -> Scored:
    """``scores`` 0 to 100 by indicator, for those that are known; ``without``: indicators that cannot apply."""
    shares = _shares(configuration, without)
    known = math.fsum(share for name, share in shares.items() if name in scores)
    low = math.fsum(share * scores[name] for name, share in shares.items() if name in scores)
    found = index_of(configuration, scores)
    enough = complete(known, configuration.zones)
    return Scored(
        dimensions={item.id: dimension_score(item, scores) for item in configuration.dimensions},
        index=found,
        geometric=geometric_of(configuration, scores),
        low=low,
        high=low + 100 * (1 - known),
        known=known,
        drivers=_drivers(configuration, scores, found) if enough else _known_points(configuration, scores, shares),
    )


def complete(known: float, zones: Zones) -> bool:
    """Is so much of the weight known that a zone can be told? The last bit of a sum of shares does not decide."""
    return known >= float(zones.complete) - 1e-9


def _shares(configuration: Configuration, without: frozenset[str]) -> dict[str, float]:
    """The share of the whole index that each indicator has when everything is known; they add up to 1."""
    found: dict[str, float] = {}
    for dimension in configuration.dimensions:
        asked = [item for item in dimension.indicators if item.id not in without]
        inner = math.fsum(item.weight for item in asked)
        found |= {item.id: dimension.weight * item.weight / inner for item in asked}
    whole = math.fsum(found.values())
    return {name: share / whole for name, share in found.items()}


def _known_points(
    configuration: Configuration, scores: Mapping[str, float], shares: Mapping[str, float]
) -> tuple[Driver, ...]:
    """Of a unit in the grey zone: what is known by its share of the whole, nothing made larger for what is missing."""
    return _heaviest_first(
        Driver(
            indicator=item.id,
            dimension=item.dimension,
            contribution=rounded(shares[item.id] * scores[item.id], 4),
            delta=None,
        )
        for item in configuration.indicators
        if item.id in scores
    )


def _drivers(configuration: Configuration, scores: Mapping[str, float], found: float | None) -> tuple[Driver, ...]:
    if found is None:
        return ()
    whole = math.fsum(item.weight for item, _ in _known(configuration, scores))
    drivers = []
    for dimension in configuration.dimensions:
        asked = [item for item in dimension.indicators if item.id in scores]
        share = math.fsum(item.weight for item in asked)
        for item in asked:
            rest = index_of(configuration, {name: value for name, value in scores.items() if name != item.id})
            points = dimension.weight / whole * item.weight / share * scores[item.id]
            drivers.append(
                Driver(
                    indicator=item.id,
                    dimension=dimension.id,
                    contribution=rounded(points, 4),
                    delta=None if rest is None else rounded(found - rest, 4),
                )
            )
    return _heaviest_first(drivers)


def _heaviest_first(drivers: Iterable[Driver]) -> tuple[Driver, ...]:
    return tuple(sorted(drivers, key=lambda driver: (-driver.contribution, driver.indicator)))


def _known(configuration: Configuration, scores: Mapping[str, float]) -> list[tuple[Dimension, float]]:
    pairs = [(item, dimension_score(item, scores)) for item in configuration.dimensions]
    return [(item, found) for item, found in pairs if found is not None]


def _mean(pairs: list[tuple[float, float]]) -> float | None:
    """Weighted mean, ``None`` of nothing."""
    whole = math.fsum(weight for weight, _ in pairs)
    return math.fsum(weight * value for weight, value in pairs) / whole if pairs else None
