"""Sections of view 8: how sure ranks and zones are, whether the index foresaw anything, how much is known."""

from __future__ import annotations

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.index.method import method
from sinetra.apps.insight.control_room.units import MOST, Units
from sinetra.core.index.validation import FEWEST, Reason
from sinetra.web.format import number_text
from sinetra.web.index_view import between, percent, points, rank_words, zone_cell
from sinetra.web.index_words import ZONES, said
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.frame import Count, Section
from sinetra.web.staff.control_room.index_parts import rest, source_of, why
from sinetra.web.staff.control_room.words import language, number

#: Of each rival, as ``core.index.validation`` tells them.
FIGURES = ("spearman", "auc", "recall")


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
                        Cell(text=rank_words(seen.told, found.run)),
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
    """As the run keeps it: the index of a cycle ago beside its two rivals, or why nothing can be compared yet."""
    kept = found.run.validation
    reasons = {
        Reason.NO_OUTCOME: _("Putusan siklus berikutnya belum ada, jadi ramalan indeks belum dapat diuji."),
        Reason.TOO_FEW: _("Baru %(n)s wilayah atau unit dapat dibandingkan; sedikitnya %(least)s.")
        % {"n": kept["number"], "least": FEWEST},
        Reason.NOT_BETTER: _("Indeks belum lebih baik daripada angka siklus lalu atau banyaknya laporan."),
    }
    why_not = reasons[Reason(kept["reason"])] if kept["reason"] else ""
    rivals = {"index": _("Indeks"), "last_rate": _("Angka siklus lalu"), "reports": _("Banyaknya laporan")}
    return Section(
        anchor="validasi",
        title=_("Tervalidasi") if found.run.is_validated else _("Belum tervalidasi"),
        notes=[why_not] if why_not else [],
        tables=[
            Table(
                caption=_("Indeks terhadap angka siklus berikutnya"),
                columns=[
                    Column(text=_("Yang diuji")),
                    Column(text=_("Urutan yang sama (Spearman)"), number=True),
                    Column(text=_("Membedakan 20 persen terburuk (AUC)"), number=True),
                    Column(text=_("Bagian yang terburuk yang ditemukan"), number=True),
                ],
                rows=[
                    [Cell(text=name), *(Cell(text=_skill(kept[code][figure])) for figure in FIGURES)]
                    for code, name in rivals.items()
                ],
            )
        ],
        links=[Link(text=_("Cara menghitung dan menguji"), url=reverse("index_method"))],
        source=source_of(found.run, n=kept["number"]),
    )


def _skill(value: float | None) -> str:
    return "–" if value is None else number_text(round(value, 2), language())


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
