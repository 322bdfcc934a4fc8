"""Every view by its code, for what prints several of them: the workbook and the brief."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import QueryDict

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.staff.control_room import coverage, drivers, funnel, patterns, quadrant, today, trend, zones
from sinetra.web.staff.control_room.frame import View
from sinetra.web.staff.control_room.page import Desk
from sinetra.web.staff.control_room.tabs import TABS

#: The last is what the address asks for; most views are of the whole office and ask nothing.
Build = Callable[[Actor, Desk, QueryDict], View]
VIEWS: Mapping[str, Build] = {
    today.CODE: lambda actor, desk, asked: today.today_view(actor, desk),
    zones.CODE: lambda actor, desk, asked: zones.zones_view(actor, desk),
    quadrant.CODE: lambda actor, desk, asked: quadrant.quadrant_view(actor, desk),
    drivers.CODE: drivers.drivers_view,
    funnel.CODE: lambda actor, desk, asked: funnel.funnel_view(actor, desk),
    patterns.CODE: lambda actor, desk, asked: patterns.patterns_view(actor, desk),
    coverage.CODE: lambda actor, desk, asked: coverage.coverage_view(actor, desk),
    trend.CODE: trend.trend_view,
}


def views_of(actor: Actor) -> list[str]:
    """Codes of those that the role may open, in the order of the tabs."""
    return [name for name, _word, action in TABS if name in VIEWS and may(actor, action)]
