"""The result as the contract prints it: command line, API and what is stored."""

from __future__ import annotations

from typing import Any

from sinetra.core.index.configuration import Configuration
from sinetra.core.index.result import Placed, Result


def result_json(result: Result, configuration: Configuration) -> dict[str, Any]:
    """``cutoffs``: the highest score of the green and of the yellow zone."""
    return {
        "configuration": result.configuration,
        "digest": result.digest,
        "inputs": result.inputs,
        "mode": "main",
        "seed": result.seed,
        "day": result.day.isoformat(),
        "draws": result.draws,
        "cutoffs": {"green": configuration.zones.green, "yellow": configuration.zones.yellow},
        "units": [placed_json(unit) for unit in result.units],
    }


def placed_json(unit: Placed) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind.value,
        "parent": unit.parent,
        "group": unit.group.value,
        "score": unit.score,
        "geometric": unit.geometric,
        "residual": unit.residual,
        "interval": None if unit.interval is None else list(unit.interval),
        "zone": unit.zone.value,
        "p_zone": {zone.value: share for zone, share in unit.p_zone.items()},
        "stable": unit.stable,
        "unbalanced": unit.unbalanced,
        "rank": None if unit.rank is None else list(unit.rank),
        "median_rank": unit.median_rank,
        "drivers": [
            {
                "indicator": driver.indicator,
                "dimension": driver.dimension,
                "contribution": driver.contribution,
                "delta": driver.delta,
            }
            for driver in unit.drivers
        ],
        "dimensions": dict(unit.dimensions),
        "completeness": unit.completeness,
        "missing": list(unit.missing),
        "overrides": [rule.value for rule in unit.overrides],
    }
