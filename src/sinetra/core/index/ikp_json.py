"""The replica as the contract prints it: the same keys for a unit as in the main mode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sinetra.core.index.ikp import LABEL, IkpClass, IkpResult, Scored
from sinetra.core.index.result import Zone
from sinetra.core.index.rounding import rounded

ZONES = {IkpClass.HIGH: Zone.RED, IkpClass.MEDIUM: Zone.YELLOW, IkpClass.LOW: Zone.GREEN}


def ikp_json(scores: Sequence[Scored], result: IkpResult, *, equal_weights: bool) -> dict[str, Any]:
    """``counts`` of units in each class; ``rank``: the place by score, 1 is the highest. Nothing is recomputed here,
    so there is no seed and no chance of a zone."""
    return {
        "configuration": LABEL,
        "mode": "ikp",
        "seed": None,
        "cutoffs": {"low": rounded(result.low), "high": rounded(result.high)},
        "counts": {name.value: number for name, number in result.counts.items()},
        "number": result.number,
        "mean": rounded(result.mean, 3),
        "sample_sd": rounded(result.deviation, 3),
        "skewness": rounded(result.skewness, 3),
        "equal_weights": equal_weights,
        "units": [_unit(item, scores, result) for item in scores],
    }


def _unit(item: Scored, scores: Sequence[Scored], result: IkpResult) -> dict[str, Any]:
    found = result.classes[item.code]
    place = 1 + sum(other.score > item.score for other in scores)
    return {
        "code": item.code,
        "name": item.name or None,
        "score": rounded(item.score),
        "geometric": None,
        "class": found.value,
        "zone": ZONES[found].value,
        "p_zone": {},
        "rank": [place, place],
        "drivers": [],
        "completeness": None,
        "missing": [],
    }
