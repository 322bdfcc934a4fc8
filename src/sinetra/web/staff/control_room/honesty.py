"""Sections of view 8: how sure ranks and zones are, whether the index foresaw anything, how much is known."""

from __future__ import annotations

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.index.method import method
from sinetra.apps.insight.control_room.units import MOST, Units
from sinetra.core.index.validation import FEWEST, Reason, Verdict, validate
from sinetra.web.format import number_text
from sinetra.web.index_explained import said
from sinetra.web.index_view import between, percent, points, rank_words, zone_cell
from sinetra.web.index_words import ZONES
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.frame import Count, Section
from sinetra.web.staff.control_room.index_parts import rest, source_of, why
from sinetra.web.staff.control_room.words import language, number


def ranks(found: Units) -> Section:
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
                    for seen in found.seen[:MOST]
                ],
            )
        ],
        notes=[_("Rentang: persentil 5 sampai 95 dari semua hitungan ulang; 1 yang paling rawan di kelompoknya.")],
        links=rest(found),
        source=source_of(found.run, n=found.number),
    )


def sensitivity(found: Units) -> Section:
    scored = [seen.told for seen in found.seen if seen.told.score is not None]
    unstable = [unit for unit in scored if not unit.stable]
    counts = [
        Count(term=_("Zonanya belum stabil"), text=number(len(unstable)), url="#peka"),
        Count(
            term=_("Satu dimensi menutupi yang lain"), text=number(sum(u.unbalanced for u in scored)), url="#timpang"
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


def imbalance(found: Units) -> Section:
    """Where the arithmetic mean hides a dimension: the geometric one, told beside it, falls far below."""
    hidden = [seen.told for seen in found.seen if seen.told.score is not None and seen.told.unbalanced]
    return Section(
        anchor="timpang",
        title=_("%(n)s wilayah dan unit: satu dimensi menutupi yang lain") % {"n": number(len(hidden))},
        tables=[
            Table(
                caption=_("Rata-rata biasa dan rata-rata yang tidak saling menutupi"),
                columns=[
                    Column(text=_("Wilayah atau unit")),
                    Column(text=_("Skor, 0 sampai 100"), number=True),
                    Column(text=_("Skor bila dimensi tidak saling menutupi"), number=True),
                ],
                rows=[
                    [
                        Cell(text=unit.name, url=why(unit.code)),
                        Cell(text=points(unit.score)),
                        Cell(text=points(unit.geometric)),
                    ]
                    for unit in hidden
                ],
                empty_title=_("Tidak ada yang timpang"),
                empty_text=_("Kedua cara merata-ratakan berdekatan di semua wilayah dan unit."),
            )
        ],
        source=source_of(found.run, n=len(hidden)),
    )


def validation(found: Units) -> Section:
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


def completeness(found: Units) -> Section:
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
