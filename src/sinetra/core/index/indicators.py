"""The number of each indicator for one unit, and its score 0 to 100 between two fixed goalposts."""

from __future__ import annotations

import math

from sinetra.core.index.configuration import Indicator, Origin
from sinetra.core.index.inputs import Unit


def amount(unit: Unit, indicator: Indicator) -> float | None:
    """In the unit of the indicator; ``None`` when it is not known. The history is not here: see ``rates``."""
    if indicator.origin is Origin.VALUE:
        value = unit.values.get(indicator.id)
        return None if value is None else value.amount
    if indicator.origin is Origin.PREVENTION_GAP:
        return None if unit.coverage is None else 1 - unit.coverage
    if indicator.origin is Origin.NO_CHANNEL:
        return None if unit.has_channel is None else float(not unit.has_channel)
    if indicator.origin is Origin.LATE_SHARE:
        return _late_share(unit)
    raise ValueError(f"{indicator.id} has no amount of its own")


def _late_share(unit: Unit) -> float | None:
    """Nothing open and nothing overdue is no lateness; what is overdue without an open matter is all late."""
    if unit.overdue is None:
        return 0.0 if unit.open_cases == 0 else None
    if not unit.overdue:
        return 0.0
    return None if unit.open_cases is None else min(1.0, unit.overdue / max(1, unit.open_cases))


def between(x: float, low: float, high: float) -> float:
    """100 · clip((x - L) / (U - L), 0, 1); ``low`` above ``high`` turns the direction round.

    >>> between(7.5, 0, 30), between(7.5, 30, 0), between(40, 0, 30)
    (25.0, 75.0, 100.0)
    """
    return 100 * min(1.0, max(0.0, (x - low) / (high - low)))


def of_rate(rate: float, most: float) -> float:
    """100 · min(1, ln(1 + λ) / ln(1 + U)).

    >>> of_rate(0, 10), of_rate(10, 10), of_rate(99, 10)
    (0.0, 100.0, 100.0)
    """
    return 100 * min(1.0, math.log1p(rate) / math.log1p(most))
