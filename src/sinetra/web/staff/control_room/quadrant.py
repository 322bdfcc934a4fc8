"""View 3, *Kuadran*: vulnerability against coverage of prevention, and whom to visit first."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.index.method import method
from sinetra.apps.insight.control_room.units import MOST, Seen, Units, units
from sinetra.core.charts import Chart, Point, Quadrant, draw_quadrant
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks
from sinetra.web.index_view import percent, points, zone_cell
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.index_parts import no_run, no_unit, rest, source_of, why
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import number

CODE = "room_quadrant"
FIRST = 10


@staff("control_room.read")
def quadrant_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, quadrant_view(request.actor, desk))


def quadrant_view(actor: Actor, desk: Desk) -> View:
    del desk
    found = units(actor, every=True)
    sections = [no_run(actor)] if found is None else _sections(found) if found.seen else [no_unit()]
    return View(
        code=CODE,
        title=_("Kuadran"),
        lead=_("Siapa yang didahulukan: rawan tinggi, dan pencegahan belum sampai."),
        sections=sections,
    )


def _sections(found: Units) -> list[Section]:
    chart, source = _chart(found), source_of(found.run, n=found.number)
    notes = [
        _("Cakupan: bagian ASN yang hadir tahun ini. Yang cakupannya belum diketahui ada di tabel, tidak di gambar."),
        _("Pengaruh pencegahan pada pelanggaran belum terbukti dengan angka; karena itu cakupan sumbu tersendiri."),
    ]
    return [
        Section(
            anchor="kuadran",
            title=chart.title,
            picture=chart.svg,
            tables=[_all(found)],
            notes=notes,
            links=rest(found),
            source=source,
        ),
        Section(
            anchor="didahulukan",
            title=_("Didahulukan: cakupan rendah, yang paling rawan di atas"),
            tables=[_first(found)],
            source=source,
        ),
    ]


def _low(seen: Seen) -> bool:
    """Covered less than the method asks for."""
    coverage = seen.given.coverage
    return coverage is not None and coverage < method().limits.coverage


def _chart(found: Units) -> Chart:
    high, low = method().zones.yellow, 100 * method().limits.coverage
    cornered = sum(_low(seen) and (seen.told.score or 0.0) >= high for seen in found.seen)
    placed = sum(seen.told.score is not None and seen.given.coverage is not None for seen in found.seen)
    told = {"n": number(cornered), "all": number(placed)}
    title = _("%(n)s dari %(all)s wilayah dan unit rawan tinggi dengan cakupan rendah") % told
    return draw_quadrant(
        Quadrant(
            name="kuadran-kerawanan",
            title=title if placed else _("Belum ada wilayah atau unit yang datanya lengkap"),
            points=[
                Point(
                    name=seen.told.name,
                    vulnerability=seen.told.score,
                    coverage=None if seen.given.coverage is None else 100 * seen.given.coverage,
                )
                for seen in found.seen
            ],
            high_from=high,
            low_below=low,
            words=chart_words.quadrant(),
            marks=marks(),
        )
    )


def _columns() -> list[Column]:
    return [
        Column(text=_("Wilayah atau unit")),
        Column(text=_("Zona")),
        Column(text=_("Skor, 0 sampai 100"), number=True),
        Column(text=_("Cakupan"), number=True),
    ]


def _cells(seen: Seen) -> list[Cell]:
    return [
        Cell(text=seen.told.name, url=why(seen.told.code)),
        Cell(text=zone_cell(seen.told)),
        Cell(text=points(seen.told.score)),
        Cell(text=percent(seen.given.coverage)),
    ]


def _all(found: Units) -> Table:
    rows = [_cells(seen) for seen in found.seen[:MOST]]
    return Table(caption=_("Kerawanan dan cakupan"), columns=_columns(), rows=rows)


def _gravity(seen: Seen) -> tuple[bool, float]:
    """The most vulnerable first; those of which too little is known last, not left out."""
    return seen.told.score is None, -(seen.told.score or 0.0)


def _first(found: Units) -> Table:
    low = sorted((seen for seen in found.seen if _low(seen)), key=_gravity)
    return Table(
        caption=_("Sepuluh yang didahulukan"),
        columns=_columns(),
        rows=[_cells(seen) for seen in low[:FIRST]],
        empty_title=_("Tidak ada yang cakupannya rendah"),
        empty_text=_("Atau cakupannya belum diketahui: lihat tabel di atas."),
    )
