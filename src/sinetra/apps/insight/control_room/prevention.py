"""View 7, *Cakupan pencegahan*: who was reached, tested and has signed, of how many; and what the tests measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.prevention.models import CoverageState, CoverageUnit, TestResult
from sinetra.apps.prevention.selectors import coverage
from sinetra.apps.prevention.selectors import coverage_units as units

#: Units and sessions of the view; the pages behind it have all.
MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Of the running year. ``units``: those under the office, exposed posts first."""

    counted: CoverageState
    at: coverage.Period
    office: coverage.Groups
    by_position: dict[str, coverage.Groups]
    units: tuple[tuple[CoverageUnit, coverage.Groups], ...]


def reached(actor: Actor, day: date) -> Reached | None:
    """None: nothing was counted yet. Errors: ``Forbidden``."""
    require(actor, "coverage.read")
    counted = coverage.state(actor)
    if counted is None:
        return None
    at = coverage.when(counted, f"{day.year}")
    rows = list(units.units(actor, below=None, area=None, never=False).order_by("place")[:MOST])
    found = coverage.of_nodes(actor, {key: [at] for key in [counted.pk, *(row.pk for row in rows)]})
    return Reached(
        counted=counted,
        at=at,
        office=found[counted.pk, at],
        by_position=dict(coverage.of_office(actor, at).by_position),
        units=tuple((row, found[row.pk, at]) for row in rows),
    )


def gains(actor: Actor) -> list[TestResult]:
    """Of the last sessions with enough pairs to tell anything; no score of a person exists here."""
    if not may(actor, "understanding.read"):
        return []
    rows = visible(actor, TestResult).exclude(gain=None).select_related("session__activity")
    return list(rows.order_by("-id")[:MOST])
