"""One programme: its months, its activities, whom and where it reached."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import ActivityUnit, Programme
from sinetra.apps.prevention.selectors import activities as activity_rows
from sinetra.apps.prevention.selectors import programmes as rows_of
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.maps import events as event_map
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activities import activity_cells, activity_columns
from sinetra.web.staff.prevention.exposure_part import exposure_part
from sinetra.web.staff.prevention.programmes import days_word, election_word, month_word
from sinetra.web.staff.prevention.words import day_said, group_word, mark


@staff("activity.read")
def programme(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?per=unit`` lists the units instead of the activities."""
    row = rows_of.programme(request.actor, pk)
    by_unit = request.GET.get("per") == "unit"
    regions = rows_of.regions(request.actor, row)
    context = {
        "programme": row,
        "election": election_word(row.election),
        "days": days_word(row),
        "months": _months(request, row),
        "groups": _groups(request, row),
        "by_unit": by_unit,
        "table": _units(request, row) if by_unit else _activities(request, row),
        "regions": _regions(regions),
        "points": event_map.points([(region.pk[:5], region.name) for region, _number in regions]),
        "shapes": event_map.provinces(),
        "map_size": (event_map.WIDTH, event_map.HEIGHT),
        "map_sources": event_map.sources(),
        "exposure": exposure_part(row.region_id or row.organisation.region_id or "", _day(row)),
        "waiting": _waiting(request, row),
        "may_plan": may(request.actor, "activity.plan", row),
        "may_measure": may(request.actor, "understanding.read"),
        "back": Link(text=_("Semua program"), url=reverse("programmes")),
    }
    return render(request, "staff/prevention/programme.html", context)


def _day(row: Programme) -> date:
    """Today, inside the days of the programme."""
    return min(max(today(row.organisation.region_id), row.starts_on), row.ends_on)


def _waiting(request: StaffRequest, row: Programme) -> list[tuple[str, str]]:
    """Units with exposed posts that are in no activity of this programme yet, with the address that plans one."""
    if not may(request.actor, "coverage.read"):
        return []
    plan = reverse("new_activity") if may(request.actor, "activity.plan", row) else ""
    return [
        (item.unit.name, f"{plan}?{urlencode({'program': row.pk, 'unit': item.pk})}" if plan else "")
        for item in rows_of.exposed_without_plan(request.actor, row)
    ]


def _months(request: StaffRequest, row: Programme) -> Table:
    address = reverse("calendar")
    texts = (_("Direncanakan"), _("Terlaksana"), _("Dibatalkan"), _("Dari berita saja"))
    return Table(
        caption=_("Kegiatan per bulan"),
        columns=[Column(text=_("Bulan")), *(Column(text=text, number=True) for text in texts)],
        rows=[
            [
                Cell(
                    text=month_word(line.month) if line.month else _("tanggal tidak disebut"),
                    url=f"{address}?bulan={line.month:%Y-%m}&program={row.pk}" if line.month else "",
                ),
                *(Cell(text=number) for number in (line.planned, line.held, line.cancelled, line.from_press)),
            ]
            for line in rows_of.months(request.actor, row)
        ],
        empty_title=_("Belum ada kegiatan"),
        empty_text=_("Rencanakan kegiatan pertama; rencananya tampil per bulan di sini."),
    )


def _groups(request: StaffRequest, row: Programme) -> Table | None:
    found = rows_of.groups(request.actor, row)
    if not found:
        return None
    return Table(
        caption=_("Kegiatan per kelompok sasaran"),
        columns=[
            Column(text=_("Kelompok")),
            Column(text=_("Direncanakan"), number=True),
            Column(text=_("Terlaksana"), number=True),
        ],
        rows=[[Cell(text=group_word(name)), Cell(text=one), Cell(text=two)] for name, (one, two) in found.items()],
    )


def _activities(request: StaffRequest, row: Programme) -> Table:
    return table(
        request,
        activity_rows.activities(request.actor).filter(programme=row),
        caption=_("Kegiatan program ini, yang terakhir dicatat di atas"),
        columns=activity_columns(),
        cells=activity_cells,
        empty=(_("Belum ada kegiatan"), _("Kegiatan yang direncanakan dalam program ini tampil di sini.")),
    )


def _units(request: StaffRequest, row: Programme) -> Table:
    return table(
        request,
        rows_of.unit_lines(request.actor, row),
        caption=_("Unit dengan kegiatannya, menurut nama unit"),
        columns=[Column(text=text) for text in (_("Unit"), _("Kegiatan"), _("Keadaan"), _("Tanggal"), _("Undangan"))],
        cells=_unit_cells,
        order=("unit__name", "id"),
        empty=(_("Belum ada unit"), _("Pilih unit pada halaman kegiatan, bagian Undangan.")),
    )


def _unit_cells(line: ActivityUnit) -> list[Cell]:
    sentiment, word = mark(line.activity)
    return [
        Cell(text=line.unit.name),
        Cell(text=line.activity.title, url=reverse("activity", args=[line.activity_id])),
        Cell(text=word, sentiment=sentiment),
        Cell(text=day_said(line.activity.starts_on)),
        Cell(text=line.letter.number if line.letter else _("belum diundang")),
    ]


def _regions(found: list[Any]) -> Table:
    placed = event_map.centres()
    mapped = any(region.pk[:5] in placed for region, _many in found)
    return Table(
        caption=_("Tempat kegiatan; nomornya sama dengan pada peta") if mapped else _("Tempat kegiatan"),
        columns=[
            Column(text=_("No.")),
            Column(text=_("Tempat")),
            Column(text=_("Kegiatan"), number=True),
            Column(text=_("Pada peta")),
        ],
        rows=[
            [
                Cell(text=number),
                Cell(text=region.name),
                Cell(text=many),
                Cell(text=_("ya") if region.pk[:5] in placed else _("tidak ada titiknya")),
            ]
            for number, (region, many) in enumerate(found, start=1)
        ],
    )
