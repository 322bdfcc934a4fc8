"""One view as a page: its tabs, its sections, a way to refresh each without losing one's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now, today, zone_of
from sinetra.web.access import StaffRequest
from sinetra.web.staff.control_room.frame import View
from sinetra.web.staff.control_room.tabs import tabs

#: In an address it only makes it another one, so that a browser asks again and then goes to the anchor.
FRESH = "segar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The office of who asks, on its legal date."""

    office: Organisation
    day: date


def desk_of(request: StaffRequest) -> Desk:
    office = visible(request.actor, Organisation).select_related("region").get(pk=request.actor.office)
    return Desk(office=office, day=today(office.region_id))


def view_page(request: StaffRequest, desk: Desk, view: View, **more: Any) -> HttpResponse:
    """With the template of its code. Nothing typed stands on such a page, so nothing is lost by asking again."""
    kept = {name: str(value) for name, value in request.GET.items() if name != FRESH}
    fresh = kept | {FRESH: f"{now().timestamp():.0f}"}
    context = {
        "view": view,
        "office": desk.office,
        "day": desk.day,
        "zone": zone_of(desk.office.region_id).info,
        "tabs": tabs(request.actor, view.code),
        "again": f"{request.path}?{urlencode(fresh)}",
        "workbook": f"{reverse('room_workbook', args=[view.code])}{'?' + urlencode(kept) if kept else ''}",
        "may_recount": may(request.actor, "control_room.recount"),
        **more,
    }
    return render(request, f"staff/control_room/{view.code}.html", context)
