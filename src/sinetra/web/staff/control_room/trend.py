"""View 8, *Tren & kejujuran*: the index through its runs, how sure ranks and zones are, whether it foresaw anything,
and how much is known."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.insight.control_room.units import Moment, Units, moments, one_unit, units
from sinetra.core.charts import Chart, Trend, draw_trend
from sinetra.core.charts import Moment as Mark
from sinetra.core.index.result import Placed
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks, shown_table
from sinetra.web.format import day_text
from sinetra.web.index_view import points
from sinetra.web.parts import Link
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.honesty import completeness, imbalance, ranks, sensitivity, validation
from sinetra.web.staff.control_room.index_parts import no_run, no_unit, source_of, why
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import language

CODE = "room_trend"


@staff("control_room.read")
def trend_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, trend_view(request.actor, desk, request.GET))


def trend_view(actor: Actor, desk: Desk, asked: QueryDict) -> View:
    """``unit``: whose trend; without it the region of the office, else the most vulnerable."""
    found = units(actor, every=True)
    if found is None or not found.seen:
        sections = [no_run(actor) if found is None else no_unit()]
    else:
        known = {seen.told.code for seen in found.seen}
        own = desk.office.region_id or ""
        code = asked.get("unit", "") or (own if own in known else found.seen[0].told.code)
        chosen = one_unit(actor, code)
        sections = [] if chosen is None else [_trend(chosen.told, moments(actor, code), found)]
        sections += [ranks(found), sensitivity(found), imbalance(found), validation(found), completeness(found)]
    return View(
        code=CODE,
        title=_("Tren & kejujuran"),
        lead=_("Bagaimana indeks bergerak, seberapa pasti, dan apa yang belum dapat dikatakannya."),
        sections=sections,
    )


def _trend(unit: Placed, told: tuple[Moment, ...], found: Units) -> Section:
    chart = _chart(unit, told)
    notes = [_("Patokan tetap sepanjang satu siklus, jadi skor dari waktu ke waktu dapat dibandingkan.")]
    if not all(moment.same for moment in told):
        notes.append(_("Cara hitung berubah di antara titik-titik ini: jangan bandingkan skor sebelum dan sesudahnya."))
    return Section(
        anchor="tren",
        title=chart.title,
        picture=chart.svg,
        tables=[shown_table(chart.table)],
        notes=notes,
        links=[Link(text=_("Kenapa skornya begitu?"), url=why(unit.code))],
        source=source_of(found.run, n=len(told)),
    )


def _chart(unit: Placed, told: tuple[Moment, ...]) -> Chart:
    scores = [moment.told.score for moment in told if moment.told.score is not None]
    if len(scores) < 2:
        title = _("%(name)s: belum cukup hitungan untuk melihat arah") % {"name": unit.name}
    else:
        words = {"name": unit.name, "from": points(scores[0]), "to": points(scores[-1])}
        title = _("%(name)s: skor dari %(from)s menjadi %(to)s") % words
    return draw_trend(
        Trend(
            name="tren-indeks",
            title=title,
            measure=_("Skor, 0 sampai 100"),
            moments=[
                Mark(
                    when=day_text(moment.run.day, language(), weekday=False),
                    value=moment.told.score,
                    low=moment.told.interval[0] if moment.told.interval else None,
                    high=moment.told.interval[1] if moment.told.interval else None,
                )
                for moment in told
            ],
            words=chart_words.trend(_("rentang bila yang belum diketahui terisi")),
            places=1,
            marks=marks(),
        )
    )
