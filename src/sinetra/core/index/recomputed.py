"""What goes into the recomputations and what comes out, without arrays: whoever only names them need not load numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one unit brings: ``amounts`` of the indicators that are known, in their own unit, without the history.

    ``aged``: for each half-life the weight that time left, by severity (rows of ``len(Severity)``); ``None`` when the
    history is not known. ``thousands``: staff / 1,000. ``lifted``: a rule keeps it from the green zone.
    """

    amounts: Mapping[str, float]
    aged: Sequence[Sequence[float]] | None
    thousands: float
    lifted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """``zones``: share of draws in green, yellow, red. ``low``, ``high``: 5th and 95th percentile of the place."""

    zones: tuple[float, float, float]
    low: int
    high: int
    median: float
