"""Rates of small units: the weight of past decisions, and its empirical-Bayes estimate (Poisson-gamma, by moments)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sinetra.core.index.inputs import Event, Severity

DAYS_OF_A_YEAR = 365.25


def aged(event: Event, day: date, half_life: float) -> float:
    """What is left of an event on ``day``: 1 on its own day, a half after ``half_life`` years.

    >>> from sinetra.core.index.inputs import Severity
    >>> aged(Event(severity=Severity.LIGHT, on=date(2020, 1, 1)), date(2024, 1, 1), 4)
    0.5
    """
    return float(2.0 ** (-((day - event.on).days / DAYS_OF_A_YEAR) / half_life))


def weight_of(events: Sequence[Event], weights: Mapping[Severity, float], day: date, half_life: float) -> float:
    """c of the formula: severity times what time has left of each event, summed."""
    return math.fsum(weights[event.severity] * aged(event, day, half_life) for event in events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Mean ``mean`` and variance ``variance`` of the true rates in 1,000 staff, over one reference set.

    ``variance`` is 0 where the rates differ no more than chance would make them; then every unit gets the mean.
    """

    mean: float
    variance: float

    def estimate(self, weight: float, thousands: float) -> float:
        """λ = (c + α) / (n/1000 + β) with α = m²/v and β = m/v; λ = m for v ≤ 0."""
        if self.variance <= 0 or self.mean <= 0:
            return self.mean
        alpha, beta = self.mean**2 / self.variance, self.mean / self.variance
        return (weight + alpha) / (thousands + beta)


def reference(pairs: Sequence[tuple[float, float]]) -> Reference:
    """By moments (Marshall 1991) from ``(weight, thousands of staff)`` of each unit of the set.

    m = Σc / ΣN; v = Σ N·(c/N - m)² / ΣN - m / (ΣN / k), for k units. Errors: ``ValueError`` for an empty set.
    """
    if not pairs:
        raise ValueError("a reference set has at least one unit")
    staff = math.fsum(thousands for _, thousands in pairs)
    mean = math.fsum(weight for weight, _ in pairs) / staff
    spread = math.fsum(thousands * (weight / thousands - mean) ** 2 for weight, thousands in pairs) / staff
    return Reference(mean=mean, variance=max(0.0, spread - mean * len(pairs) / staff))
