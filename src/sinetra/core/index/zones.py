"""The zone of a score, and the rules that lift it. No rule lowers a zone."""

from __future__ import annotations

from datetime import date

from sinetra.core.index.configuration import Configuration, OverrideId, Zones
from sinetra.core.index.inputs import Severity, Unit
from sinetra.core.index.result import Zone


def zone_of(score: float, zones: Zones) -> Zone:
    """By the score as it is printed, with two decimals: 33.00 is green, 33.01 yellow."""
    if score <= zones.green:
        return Zone.GREEN
    return Zone.YELLOW if score <= zones.yellow else Zone.RED


def lifting(unit: Unit, configuration: Configuration, day: date) -> tuple[OverrideId, ...]:
    """The rules that hold for the unit: with any of them its zone is yellow at least."""
    limits = configuration.limits
    events = unit.events or ()
    found = []
    if any(event.severity is Severity.HEAVY and _years(event.on, day) < limits.cycle_years for event in events):
        found.append(OverrideId.HEAVY_CASE)
    if unit.overdue:
        found.append(OverrideId.OVERDUE)
    if (unit.open_cases or 0) >= limits.open_cases:
        found.append(OverrideId.OPEN_CASES)
    if not events and not unit.open_cases:
        # No case says little where nobody was reached or nobody can report.
        if unit.has_channel is False or (unit.coverage is not None and unit.coverage < limits.coverage):
            found.append(OverrideId.HOLLOW_GREEN)
        elif unit.has_channel is None or unit.coverage is None:
            found.append(OverrideId.UNPROVEN_GREEN)
    return tuple(found)


def _years(before: date, day: date) -> int:
    """Whole years between two days."""
    return day.year - before.year - ((day.month, day.day) < (before.month, before.day))
