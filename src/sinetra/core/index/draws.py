"""What the recomputations change, drawn once for all units: one row a recomputation, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Severity

if TYPE_CHECKING:
    from numpy.typing import NDArray

GOALPOSTS, RANKS, NORMAL = 0, 1, 2
ARITHMETIC, GEOMETRIC, MEDIAN = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """Arrays with one row a draw.

    ``dimensions``: weights (rows add up to 1). ``indicators``: weights within the dimension (draws x indicators,
     the one left out is 0). ``normalisation``, ``aggregation``: the constants above. ``half_life``: place in
    the configuration's list. ``pooled``: empirical Bayes or the plain rate. ``severities``: draws x severities.
    ``left_out``: place of the indicator.
    """

    dimensions: NDArray[np.float64]
    indicators: NDArray[np.float64]
    normalisation: NDArray[np.int64]
    aggregation: NDArray[np.int64]
    half_life: NDArray[np.int64]
    pooled: NDArray[np.bool_]
    severities: NDArray[np.float64]
    left_out: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.normalisation)


def draw(configuration: Configuration, seed: int, draws: int) -> Draws:
    """Weights Dirichlet(concentration · w) on both levels; all else evenly among its possibilities."""
    rng = np.random.Generator(np.random.PCG64(seed))
    varied = configuration.perturbation
    dimensions = rng.dirichlet([varied.concentration * item.weight for item in configuration.dimensions], draws)
    inner = [
        rng.dirichlet([varied.concentration * item.weight for item in dimension.indicators], draws)
        for dimension in configuration.dimensions
    ]
    indicators = np.concatenate(inner, axis=1)
    left_out = rng.integers(0, indicators.shape[1], draws)
    indicators[np.arange(draws), left_out] = 0
    base = np.array([configuration.history.weights[severity] for severity in Severity])
    steps = rng.integers(-1, 2, (draws, len(base)))
    return Draws(
        dimensions=dimensions,
        indicators=indicators,
        normalisation=rng.integers(0, 3, draws),
        aggregation=rng.integers(0, 3, draws),
        half_life=rng.integers(0, len(varied.half_lives), draws),
        pooled=rng.integers(0, 2, draws).astype(bool),
        severities=np.maximum(0, base + varied.severity_step * steps),
        left_out=left_out,
    )
