"""Coverage of the office and of each unit: who was reached, out of how many, and where to go next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import CoverageState, CoverageUnit
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors import coverage_units as units
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.lists import page_address
from sinetra.web.staff.prevention.coverage import asked as filters
from sinetra.web.staff.prevention.coverage import tables
from sinetra.web.staff.prevention.coverage.bars import bars
from sinetra.web.staff.prevention.coverage.visits import next_visits
from sinetra.web.staff.prevention.coverage.words import no_area
from sinetra.web.staff.prevention.exposure_part import exposure_part
from sinetra.web.staff.prevention.tabs import tabs


@staff("coverage.read")
def coverage(request: StaffRequest) -> HttpResponse:
    return _page(request, None)


@staff("coverage.read")
def coverage_unit(request: StaffRequest, pk: UUID) -> HttpResponse:
    return _page(request, units.unit(request.actor, pk))


def _page(request: StaffRequest, row: CoverageUnit | None) -> HttpResponse:
    actor = request.actor
    counted = numbers.state(actor)
    context: dict[str, Any] = {"row": row, "tabs": tabs(actor, "coverage")}
    if counted is None:
        return render(request, "staff/prevention/coverage_empty.html", context)
    return render(request, "staff/prevention/coverage.html", context | _counted(request, counted, row))


def _counted(request: StaffRequest, counted: CoverageState, row: CoverageUnit | None) -> dict[str, Any]:
    actor, office = request.actor, counted.organisation
    day, area_word = today(office.region_id), area_word_of(office)
    areas = units.areas(office) if row is None else []
    asked = filters.read(request, counted, areas, area_word, day)
    node = row.pk if row else asked.area.node if asked.area else office.pk
    listed = tables.page_of_units(request, actor, asked, row)
    months = numbers.months_of(counted, asked.year)
    found = _found(actor, asked, node, [item.pk for item in listed], [area.node for area in areas], months)
    by_month = [] if asked.position else [(at, found[node, at]) for at in months]
    context: dict[str, Any] = {
        "office": office,
        "asked": asked,
        "filters_drawn": asked.filters(counted),
        "area_name": (asked.area.name or no_area()) if asked.area else "",
        "counted": counted,
        "zone": zone_of(office.region_id).info,
        "headcount": numbers.headcount_day(asked.at),
        "units": tables.list_of_units(request, actor, asked, listed, found),
        "first_page": page_address(request, None) if request.GET.get("after") else "",
        "next_page": page_address(request, listed.next_token) if listed.next_token else "",
        "incumbent_everywhere": tables.incumbent_everywhere(listed),
        "is_leaf": row is not None and row.last == row.place,
        "months": tables.by_month(asked, by_month),
        "bars": bars(asked, by_month),
        "trail": _trail(request, row),
        "download": f"{reverse('coverage_xlsx')}?{urlencode(_of_export(request, row))}",
    }
    of_node = found[node, asked.at]
    if node == office.pk:
        parts = numbers.of_office(actor, asked.at)
        of_node = parts.by_position.get(asked.position, numbers.NOBODY) if asked.position else of_node
        context["others"] = parts.others
        context["by"] = [tables.by_status(parts.by_status, asked), tables.by_position(parts.by_position, asked)]
        if areas and not asked.position:
            context["by"].append(tables.by_area(request, asked, areas, found, area_word))
        if not request.GET.get("after") and not asked.is_flat:
            context["visits"] = next_visits(actor, counted, day)
            context["exposure"] = exposure_part(office.region_id or "", day)
    return context | {"totals": tables.totals(asked, of_node)}


def _found(
    actor: Actor,
    asked: filters.Asked,
    node: UUID,
    listed: Sequence[UUID],
    areas: Sequence[UUID],
    months: Sequence[numbers.Period],
) -> numbers.Found:
    """Everything that the page shows of units and areas, in as few queries as can be."""
    if asked.position:
        return {**of_units(actor, asked, [node], alone=False), **of_units(actor, asked, listed)}
    wanted = {key: [asked.at] for key in areas} | {node: [asked.at, *months]}
    if asked.is_flat:
        return {**numbers.of_nodes(actor, wanted), **of_units(actor, asked, listed)}
    return numbers.of_nodes(actor, wanted | {key: [asked.at] for key in listed})


def of_units(actor: Actor, asked: filters.Asked, nodes: Sequence[UUID], *, alone: bool | None = None) -> numbers.Found:
    """Units as the page and the file list them."""
    without_below = asked.is_flat if alone is None else alone
    if asked.position:
        return numbers.of_position(actor, nodes, asked.at, asked.position, alone=without_below)
    return numbers.of_nodes(actor, {node: [asked.at] for node in nodes}, alone=without_below)


def area_word_of(office: Organisation) -> str:
    """What the office is divided into."""
    return {0: _("Provinsi"), 2: _("Kabupaten atau kota")}.get(len(office.region_id or ""), _("Kecamatan"))


def _trail(request: StaffRequest, row: CoverageUnit | None) -> list[Link]:
    """The way back from a unit, the office first."""
    if row is None:
        return []
    found = [Link(text=_("Seluruh instansi"), url=reverse("coverage"))]
    above = units.above(request.actor, row)
    return found + [Link(text=unit.name, url=reverse("coverage_unit", args=[unit.pk])) for unit in above]


def _of_export(request: StaffRequest, row: CoverageUnit | None) -> dict[str, str]:
    kept = {key: str(value) for key, value in request.GET.items() if key != "after" and value}
    return {**kept, "unit": str(row.pk)} if row else kept
