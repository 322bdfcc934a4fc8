"""View 8, *Tren & kejujuran*: the index through its runs, how sure ranks and zones are, whether it foresaw anything,
and how much is known."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.index.method import method
from sinetra.apps.insight.control_room.units import Moment, Units, moments, one_unit, units
from sinetra.core.charts import Chart, Trend, draw_trend
from sinetra.core.charts import Moment as Mark
from sinetra.core.index.result import Placed
from sinetra.core.index.validation import FEWEST, Reason, Verdict, validate
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks, shown_table
from sinetra.web.format import day_text, number_text
from sinetra.web.index_explained import said
from sinetra.web.index_view import between, percent, points, rank_words, zone_cell
from sinetra.web.index_words import ZONES
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.frame import Count, Section, View
from sinetra.web.staff.control_room.index_parts import no_run, no_unit, source_of, why
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import language, number

CODE = "room_trend"


@staff("control_room.read")
def trend_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, trend_view(request.actor, desk, request.GET))


def trend_view(actor: Actor, desk: Desk, asked: QueryDict) -> View:
    """``unit``: whose trend; without it the region of the office, else the most vulnerable."""
    found = units(actor)
    if found is None or not found.seen:
        sections = [no_run(actor) if found is None else no_unit()]
    else:
        known = {seen.told.code for seen in found.seen}
        own = desk.office.region_id or ""
        code = asked.get("unit", "") or (own if own in known else found.seen[0].told.code)
        chosen = one_unit(actor, code)
        sections = [] if chosen is None else [_trend(chosen.told, moments(actor, code), found)]
        sections += [_ranks(found), _sensitivity(found), _validation(found), _completeness(found)]
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


def _ranks(found: Units) -> Section:
    widths = [unit.told.rank[1] - unit.told.rank[0] + 1 for unit in found.seen if unit.told.rank]
    widest = max(widths, default=0)
    return Section(
        anchor="peringkat",
        title=_("Peringkat adalah rentang, paling lebar %(n)s tempat") % {"n": number(widest)}
        if widths
        else _("Belum ada peringkat: datanya belum cukup"),
        tables=[
            Table(
                caption=_("Rentang peringkat, skor dan zona dari hitungan ulang"),
                columns=[
                    Column(text=_("Wilayah atau unit")),
                    Column(text=_("Zona")),
                    Column(text=_("Skor, 0 sampai 100"), number=True),
                    Column(text=_("Bila yang belum diketahui terisi"), number=True),
                    Column(text=_("Peringkat"), number=True),
                ],
                rows=[
                    [
                        Cell(text=seen.told.name, url=why(seen.told.code)),
                        Cell(text=zone_cell(seen.told)),
                        Cell(text=points(seen.told.score)),
                        Cell(text=between(seen.told)),
                        Cell(text=rank_words(seen.told)),
                    ]
                    for seen in found.seen
                ],
            )
        ],
        notes=[_("Rentang: persentil 5 sampai 95 dari semua hitungan ulang; 1 yang paling rawan di kelompoknya.")],
        source=source_of(found.run, n=found.number),
    )


def _sensitivity(found: Units) -> Section:
    scored = [seen.told for seen in found.seen if seen.told.score is not None]
    unstable = [unit for unit in scored if not unit.stable]
    counts = [
        Count(term=_("Zonanya belum stabil"), text=number(len(unstable)), url="#peka"),
        Count(
            term=_("Satu dimensi menutupi yang lain"), text=number(sum(u.unbalanced for u in scored)), url="#peringkat"
        ),
    ]
    table = Table(
        caption=_("Seberapa sering hitungan ulang jatuh pada tiap zona"),
        columns=[
            Column(text=_("Wilayah atau unit")),
            *(Column(text=str(word), number=True) for word in ZONES.values()),
        ],
        rows=[
            [
                Cell(text=unit.name, url=why(unit.code)),
                *(Cell(text=percent(unit.p_zone.get(zone, 0.0))) for zone in ZONES),
            ]
            for unit in unstable
        ],
        empty_title=_("Semua zona stabil") if scored else _("Belum ada zona yang dapat diuji"),
        empty_text=_("Sedikitnya 80 % hitungan ulang sepakat pada tiap wilayah dan unit.")
        if scored
        else _("Zona abu-abu berarti data belum cukup; lihat kelengkapannya di bawah."),
    )
    draws = number_text(found.run.draws, language())
    return Section(
        anchor="peka",
        title=_("%(n)s dari %(all)s zona berubah bila caranya sedikit diubah")
        % {"n": number(len(unstable)), "all": number(len(scored))}
        if scored
        else _("Belum ada zona yang dapat diuji"),
        counts=counts,
        tables=[table],
        notes=[
            _("%(draws)s hitungan ulang mengubah bobot, cara menjumlah, umur putusan dan beratnya.") % {"draws": draws}
        ],
        source=source_of(found.run, n=len(scored)),
    )


def _validation(found: Units) -> Section:
    """Nothing is known yet of the cycle after this one, so there is nothing that the index could have foreseen."""
    scores = {seen.told.code: seen.told.score for seen in found.seen if seen.told.score is not None}
    result = validate(scores, {}, {}, {})
    reasons = {
        Reason.NO_OUTCOME: _("Putusan siklus berikutnya belum ada, jadi ramalan indeks belum dapat diuji."),
        Reason.TOO_FEW: _("Baru %(n)s wilayah atau unit dapat dibandingkan; sedikitnya %(least)s.")
        % {"n": result.number, "least": FEWEST},
        Reason.NOT_BETTER: _("Indeks belum lebih baik daripada angka siklus lalu atau banyaknya laporan."),
    }
    is_valid = result.verdict is Verdict.VALIDATED
    return Section(
        anchor="validasi",
        title=_("Tervalidasi") if is_valid else _("Belum tervalidasi"),
        notes=[] if result.reason is None else [reasons[result.reason]],
        tables=[
            Table(
                caption=_("Indeks terhadap angka siklus berikutnya"),
                columns=[Column(text=_("Yang diuji")), Column(text=_("Hasil"))],
                rows=[
                    [Cell(text=_("Wilayah dan unit yang dapat dibandingkan")), Cell(text=number(result.number))],
                    [Cell(text=_("Mengapa")), Cell(text="–" if result.reason is None else reasons[result.reason])],
                ],
            )
        ],
        links=[Link(text=_("Cara menghitung dan menguji"), url=reverse("index_method"))],
        source=source_of(found.run, n=len(scores)),
    )


def _completeness(found: Units) -> Section:
    used = {indicator.id: indicator for indicator in method().indicators}
    missing = Counter(name for seen in found.seen for name in seen.told.missing)
    total = len(found.seen)
    mean = sum(seen.told.completeness for seen in found.seen) / total
    return Section(
        anchor="kelengkapan",
        title=_("Data lengkap rata-rata %(share)s") % {"share": percent(mean)},
        tables=[
            Table(
                caption=_("Masukan yang paling sering belum ada"),
                columns=[Column(text=_("Masukan")), Column(text=_("Wilayah atau unit tanpa masukan ini"), number=True)],
                rows=[
                    [
                        Cell(text=said(used[name].name) if name in used else name),
                        Cell(text=_("%(n)s dari %(all)s") % {"n": number(times), "all": number(total)}),
                    ]
                    for name, times in missing.most_common()
                ],
                empty_title=_("Semua masukan ada"),
                empty_text=_("Tidak ada yang perlu dilengkapi."),
            )
        ],
        source=source_of(found.run, n=total),
    )
