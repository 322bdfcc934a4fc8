"""What the world is told of a run: the shape of ``sinetra index compute`` (contract 8), with inputs and their sources.

Counts of 1 to 4 are withheld, as in all open figures: ``null`` with ``withheld``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sinetra.apps.index.gather.published import ORIGINS, origin_of
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexRun
from sinetra.apps.index.selectors import Explained
from sinetra.apps.index.stored import plain
from sinetra.core.index.inputs import Unit, Value
from sinetra.core.index.result import Placed

SMALLEST = 5
COUNTS = ("events", "open_cases", "overdue")


def count_of(given: Unit, field: str) -> int | None:
    """How many; of final decisions their number only. None: not known."""
    value = getattr(given, field)
    return len(value) if isinstance(value, tuple) else value


def is_withheld(number: int | None) -> bool:
    """
    >>> [is_withheld(number) for number in (None, 0, 1, 4, 5)]
    [False, False, True, True, False]
    """
    return number is not None and 0 < number < SMALLEST


def run_told(run: IndexRun, units: Iterable[Placed]) -> dict[str, Any]:
    """Of the run and some of its units."""
    zones = method().zones
    return {
        "configuration": run.configuration,
        "digest": run.method_digest,
        "inputs": run.inputs_digest,
        "seed": run.seed,
        "draws": run.draws,
        "day": run.day.isoformat(),
        "validated": False,
        "cutoffs": {"green": zones.green, "yellow": zones.yellow},
        "units": [plain(unit) for unit in units],
    }


def explained_told(found: Explained) -> dict[str, Any]:
    """Of one unit, with what went in."""
    return {**run_told(found.run, [found.told]), "given": given_told(found.given)}


def _source(origin: Value) -> dict[str, str]:
    return {
        "source": origin.source,
        "as_of": origin.as_of.isoformat(),
        "confidence": origin.confidence.value,
    }


def given_told(given: Unit) -> Mapping[str, Any]:
    """``sources``: of what does not come from the records of this installation."""
    counts = {name: count_of(given, name) for name in COUNTS}
    told = plain(given)
    return {
        "staff": told["staff"],
        "coverage": told["coverage"],
        "has_channel": told["has_channel"],
        "values": told["values"],
        "sources": {name: _source(origin) for name in ORIGINS if (origin := origin_of(given, name)) is not None},
        **{name: None if is_withheld(number) else number for name, number in counts.items()},
        "withheld": [name for name, number in counts.items() if is_withheld(number)],
    }
