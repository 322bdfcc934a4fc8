"""View 2, *Zona*: kecamatan and units of the office by zone, as a map where there is one and always as a table."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.insight.control_room.units import Units, units
from sinetra.core.errors import NotFound
from sinetra.core.index.result import Zone
from sinetra.web.access import StaffRequest, staff
from sinetra.web.index_words import ZONES
from sinetra.web.maps.drawing import ZoneMap, zone_map
from sinetra.web.maps.extents import COUNTRY, extent
from sinetra.web.parts import Table
from sinetra.web.staff.control_room.frame import Count, Section, View
from sinetra.web.staff.control_room.index_parts import (
    list_address,
    no_run,
    no_unit,
    rest,
    source_of,
    unit_cells,
    unit_columns,
)
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import number

CODE = "room_zones"


@staff("control_room.read")
def zones_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    found = units(request.actor)
    drawn = zone_picture(request.actor, desk, found) if found else None
    return view_page(
        request, desk, zones_view(request.actor, desk), map=drawn, sources=drawn.extent.drawn.sources if drawn else ()
    )


def zones_view(actor: Actor, desk: Desk) -> View:
    del desk
    found = units(actor)
    sections = [no_run(actor)] if found is None else [_zones(found)] if found.seen else [no_unit()]
    return View(
        code=CODE,
        title=_("Zona"),
        lead=_("Wilayah dan unit menurut kerawanan. Dipakai untuk pencegahan; tidak ada nilai bagi orang."),
        sections=sections,
    )


def _zones(found: Units) -> Section:
    address = list_address(found)
    counts = [
        Count(term=str(word), text=number(found.zones.get(zone, 0)), url=f"{address}?zona={zone.value}")
        for zone, word in ZONES.items()
    ]
    table = Table(
        caption=_("Yang paling rawan di atas, yang datanya belum cukup di bawah"),
        columns=unit_columns(),
        rows=[unit_cells(seen.told, found.run) for seen in found.seen],
    )
    return Section(
        anchor="zona",
        title=_finding(found),
        counts=counts,
        tables=[table],
        links=rest(found),
        notes=[
            _("Abu-abu: data belum cukup. Warna selalu disertai pola dan kata."),
            _("Belum stabil: kurang dari 80 % hitungan ulang sepakat tentang zonanya."),
            _("Zona hijau bukan jaminan; baca kelengkapan datanya."),
        ],
        source=source_of(found.run, n=found.number),
    )


def _finding(found: Units) -> str:
    told = {"red": number(found.zones.get(Zone.RED, 0)), "all": number(found.number)}
    return _("%(red)s dari %(all)s wilayah dan unit di zona merah") % told


def zone_picture(actor: Actor, desk: Desk, found: Units) -> ZoneMap | None:
    """The region of the office in its parts; None where no boundary is known of it. What a map shows is public."""
    name = COUNTRY if found.everywhere else (actor.regions[0] if actor.regions else desk.office.region_id or "")
    try:
        return zone_map(extent(name))
    except NotFound:
        return None
