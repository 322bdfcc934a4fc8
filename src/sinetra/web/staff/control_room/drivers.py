"""View 4, *Kenapa?*: what drives the index of one unit, what to do about each driver, and what is not known."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexRun
from sinetra.apps.index.selectors import Explained
from sinetra.apps.insight.control_room.units import one_unit, units
from sinetra.core.charts import Chart, Step, Waterfall, draw_waterfall
from sinetra.core.index.result import Placed, Zone
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks, shown_table
from sinetra.web.format import day_text
from sinetra.web.index_explained import shown
from sinetra.web.index_inputs import Input
from sinetra.web.index_view import points
from sinetra.web.index_words import ZONES, said
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.index_parts import no_run, no_unit, source_of, unit_cells, unit_columns
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import language
from sinetra.web.templatetags.sinetra import confidence_word

CODE = "room_why"
OTHERS = 20


@staff("control_room.read")
def drivers_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, drivers_view(request.actor, desk, request.GET))


def drivers_view(actor: Actor, desk: Desk, asked: QueryDict) -> View:
    """``unit``: a code; without it the most vulnerable of the office."""
    del desk
    all_units = units(actor)
    found = one_unit(actor, asked.get("unit", "")) if all_units else None
    if all_units is None:
        sections = [no_run(actor)]
    elif found is None:
        sections = [no_unit()]
    else:
        others = [seen.told for seen in all_units.seen if seen.told.code != found.told.code][:OTHERS]
        sections = [*_sections(found), *_others(others, found.run)]
    return View(
        code=CODE,
        title=_("Kenapa?"),
        lead=_("Apa yang mendorong kerawanan satu wilayah atau unit, dan apa yang dapat dilakukan."),
        sections=sections,
    )


def _sections(found: Explained) -> list[Section]:
    told = shown(found)
    chart = _chart(found.told)
    return [
        Section(
            anchor="pendorong",
            title=chart.title,
            picture=chart.svg,
            tables=[shown_table(chart.table)],
            notes=[
                *told.overrides,
                _("Poin pendorong berjumlah sama dengan skor; di zona abu-abu sama dengan ujung bawah rentangnya."),
            ],
            links=[Link(text=_("Penjelasan selengkapnya"), url=reverse("index_unit", args=[found.told.code]))],
            source=source_of(found.run),
        ),
        Section(
            anchor="masukan",
            title=_("Bukti di balik angka: %(n)s masukan") % {"n": len(told.inputs)},
            tables=[_inputs(told.inputs)],
            source=source_of(found.run),
        ),
        *([_missing(told.missing)] if told.missing else []),
    ]


def _chart(unit: Placed) -> Chart:
    used = {indicator.id: indicator for indicator in method().indicators}
    steps = [
        Step(
            name=said(used[driver.indicator].name) if driver.indicator in used else driver.indicator,
            points=driver.contribution,
            action=said(used[driver.indicator].action) if driver.indicator in used and driver.contribution > 0 else "",
        )
        for driver in unit.drivers
    ]
    steps += [Step(name=said(used[name].name) if name in used else name, points=None) for name in unit.missing]
    return draw_waterfall(
        Waterfall(
            name="pendorong-indeks",
            title=_finding(unit),
            steps=steps,
            words=chart_words.waterfall(),
            marks=marks(),
        )
    )


def _finding(unit: Placed) -> str:
    if unit.zone is Zone.GREY:
        return _("%(name)s: data belum cukup untuk menyebut zona") % {"name": unit.name}
    return _("%(name)s: skor %(score)s, %(zone)s") % {
        "name": unit.name,
        "score": points(unit.score),
        "zone": ZONES[unit.zone],
    }


def _inputs(inputs: list[Input]) -> Table:
    return Table(
        caption=_("Apa yang masuk hitungan, dari mana, dan seberapa pasti"),
        columns=[
            Column(text=text) for text in (_("Masukan"), _("Nilai"), _("Sumber"), _("Per tanggal"), _("Kepastian"))
        ],
        rows=[
            [
                Cell(text=item.name),
                Cell(text=f"{item.value} ({item.unit})" if item.unit else item.value),
                Cell(text=_("sumber terbuka"), url=item.url) if item.url else Cell(text=item.source),
                Cell(text=day_text(item.as_of, language(), weekday=False) if item.as_of else "–"),
                Cell(text=confidence_word(item.confidence) if item.confidence else _("catatan sendiri")),
            ]
            for item in inputs
        ],
        empty_title=_("Belum ada masukan"),
        empty_text=_("Tanpa masukan wilayah atau unit ini tetap abu-abu."),
    )


def _missing(names: list[str]) -> Section:
    return Section(
        anchor="belum-diketahui",
        title=_("%(n)s masukan belum diketahui") % {"n": len(names)},
        tables=[
            Table(
                caption=_("Yang belum diketahui tidak ditebak"),
                columns=[Column(text=_("Masukan"))],
                rows=[[Cell(text=name)] for name in names],
            )
        ],
    )


def _others(others: list[Placed], run: IndexRun) -> list[Section]:
    if not others:
        return []
    rows = [unit_cells(unit, run) for unit in others]
    table = Table(caption=_("Pilih yang lain"), columns=unit_columns(), rows=rows)
    return [Section(anchor="lain", title=_("Wilayah dan unit lain"), tables=[table])]
