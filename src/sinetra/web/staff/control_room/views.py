"""Every view by its code, for what prints several of them: the workbook and the brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.staff.control_room import coverage, drivers, funnel, patterns, quadrant, today, trend, zones
from sinetra.web.staff.control_room.frame import View
from sinetra.web.staff.control_room.page import Desk
from sinetra.web.staff.control_room.tabs import TABS

Build = Callable[[Actor, Desk], View]
VIEWS: Mapping[str, Build] = {
    today.CODE: today.today_view,
    zones.CODE: zones.zones_view,
    quadrant.CODE: quadrant.quadrant_view,
    drivers.CODE: drivers.drivers_view,
    funnel.CODE: funnel.funnel_view,
    patterns.CODE: patterns.patterns_view,
    coverage.CODE: coverage.coverage_view,
    trend.CODE: trend.trend_view,
}


def views_of(actor: Actor) -> list[str]:
    """Codes of those that the role may open, in the order of the tabs."""
    return [name for name, _word, action in TABS if may(actor, action)]
