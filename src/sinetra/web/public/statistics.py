"""Honest figures: what exists in this installation, each table with its date and the same numbers as CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.insight.editions import figures_of, latest
from sinetra.apps.insight.live import Told, live_figures
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.suppress import Table
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import legal_clock
from sinetra.web import law_words, parts
from sinetra.web.access import public
from sinetra.web.statistics_words import UNITS
from sinetra.web.transfer_view import VERDICTS

CODES: Mapping[str, law_words.Words] = {
    "reports": {"report": _lazy("laporan"), "initial_information": _lazy("informasi awal")},
    "nil_reports": {"week": _lazy("minggu yang nihil"), "month": _lazy("bulan yang nihil")},
    "transfer_decisions": {
        "granted": _lazy("dikabulkan"),
        "refused": _lazy("ditolak"),
        "cancelled": _lazy("dibatalkan"),
    },
    "transfer_checks": {code: word for code, (_sentiment, word) in VERDICTS.items()},
    "norms": {
        "terverifikasi": _lazy("dibaca pada sumbernya"),
        "pers": _lazy("diketahui dari berita"),
        "perlu-cek": _lazy("perlu dicek pada naskah resmi"),
    },
}
TITLES: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "reports": (_lazy("Laporan yang masuk"), _lazy("Satu baris satu laporan, menurut cara laporan itu ditelaah.")),
    "nil_reports": (
        _lazy("Laporan nihil"),
        _lazy("Kantor menyatakan tidak ada laporan dan temuan pada minggu atau bulan itu; satu baris satu pernyataan."),
    ),
    "transfer_decisions": (
        _lazy("Penggantian pejabat yang diputus"),
        _lazy("Pengangkatan, mutasi, dan pemberhentian dari jabatan, menurut keputusannya."),
    ),
    "transfer_checks": (
        _lazy("Pemeriksaan terhadap masa larangan"),
        _lazy("Pemeriksaan bukan orang: satu usul dapat diperiksa beberapa kali."),
    ),
    "norms": (
        _lazy("Aturan dalam katalog yang berlaku"),
        _lazy("Menurut seberapa jauh setiap aturan sudah diperiksa."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    word: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A table with its words, and the day at whose end it is so."""

    name: str
    title: str
    text: str
    rows: list[Row]
    total: int | None
    adds_up: bool
    withheld: bool
    csv_url: str
    as_of: date


def _norms(day: date) -> Table:
    """The catalogue about itself. Nothing personal: no cell is withheld."""
    counts = dict.fromkeys(CODES["norms"], 0)
    for item in rulebook().norms_on(day):
        counts[str(item.norm.confidence)] += 1
    return Table(name="norms", cells=counts, total=sum(counts.values()))


def shown(table: Table, as_of: date) -> Shown:
    title, text = TITLES[table.name]
    words = CODES[table.name]
    return Shown(
        name=table.name,
        title=str(title),
        text=str(text),
        rows=[Row(word=law_words.word(words, code), value=value) for code, value in table.cells.items()],
        total=table.total,
        adds_up=table.name != "nil_reports",
        withheld=table.withheld,
        csv_url=reverse("statistics_csv", args=[table.name]),
        as_of=as_of,
    )


def _frozen(last: Snapshot | None) -> list[parts.Figure]:
    """The totals of the last edition; a unit that it does not publish is not there."""
    if last is None:
        return []
    totals = {table.unit: table.total for table in figures_of(last).tables}
    url = reverse("frozen_edition", args=[last.edition])
    return [
        parts.Figure(term=str(said.plural), value=totals[unit], url=url)
        for unit, said in UNITS.items()
        if unit in totals
    ]


@public
def statistics(request: HttpRequest) -> HttpResponse:
    day = legal_clock().today()
    figures = live_figures(day)
    tables = [shown(told.table, told.as_of) for told in figures.tables if not told.table.is_empty]
    reports = figures.table("reports").table
    last = latest()
    context = {
        "day": day,
        "figures": (
            [parts.Figure(term=str(TITLES["reports"][0]), value=reports.total, url="#reports")]
            if not reports.is_empty
            else []
        ),
        "tables": tables,
        "norms": shown(_norms(day), day),
        "latest": last,
        "frozen": _frozen(last),
    }
    return render(request, "public/statistics.html", context)


@public
def table_csv(request: HttpRequest, name: str) -> HttpResponse:
    """One table as CSV: code, word, value (empty when withheld), as-of date."""
    day = legal_clock().today()
    try:
        told = Told(table=_norms(day), as_of=day) if name == "norms" else live_figures(day).table(name)
    except KeyError:
        raise NotFound(gettext_noop("Tabel ini tidak ada."), code="table") from None
    table, as_of = told.table, told.as_of.isoformat()
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["table", "code", "word", "value", "withheld", "as_of"])
    for code, value in table.cells.items():
        word = law_words.word(CODES[name], code)
        writer.writerow([name, code, word, "" if value is None else value, int(value is None), as_of])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="sinetra-{name}-{as_of}.csv"'
    return response
