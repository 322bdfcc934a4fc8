"""The tables of a coverage page. ASN and others stand in columns of their own and are never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.prevention.models import CoverageUnit
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors import coverage_units as units
from sinetra.apps.prevention.selectors.coverage_units import Area
from sinetra.core.prevention.next_visit import EXPOSED
from sinetra.web.law_words import POSITIONS, STATUSES, Words, word
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.prevention.coverage.asked import AREA, NEVER, Asked
from sinetra.web.staff.prevention.coverage.words import (
    GROUPS,
    MEASURES,
    as_of_word,
    measure_word,
    no_area,
    no_list,
    period_word,
    reached_word,
    said,
)

SIZE = 25


def totals(asked: Asked, found: numbers.Groups) -> Table:
    day, period = numbers.headcount_day(asked.at), period_word(asked.at.period)
    against = _("%(period)s, terhadap daftar pegawai per %(day)s") % {"period": period, "day": as_of_word(day)}
    return Table(
        caption=against if day else f"{period}, {no_list()}",
        columns=_columns(_("Yang dihitung"), asked),
        rows=[
            [Cell(text=measure_word(measure, asked.at.period)), *_cells(asked, found, measure)] for measure in MEASURES
        ],
    )


def page_of_units(request: HttpRequest, actor: Actor, asked: Asked, below: CoverageUnit | None) -> Page[CoverageUnit]:
    """Exposed posts and running incumbents first."""
    rows = units.units(actor, below=below, area=asked.area.code if asked.area else None, never=asked.never)
    return page(rows, order=("place",), after=request.GET.get("after"), size=SIZE)


def list_of_units(
    request: HttpRequest, actor: Actor, asked: Asked, rows: Page[CoverageUnit], found: numbers.Found
) -> Table:
    posts = open_posts(actor, list(rows), asked.at)
    everywhere = incumbent_everywhere(rows)
    kept = urlencode(_kept(request, AREA, NEVER))
    return Table(
        caption=_units_caption(asked),
        columns=[*_columns(_("Unit"), asked), Column(text=_("Terakhir hadir")), Column(text=_("Perhatian"))],
        rows=[
            [
                Cell(text=row.unit.name, url=unit_address(row, kept)),
                *_of_measure(asked, found[row.pk, asked.at]),
                Cell(text=reached_word(row.reached_in, never=row.never)),
                Cell(text=_attention(row, posts.get(row.pk, []), everywhere=everywhere)),
            ]
            for row in rows
        ],
        empty_title=_("Tidak ada unit di sini"),
        empty_text=_("Semua unit berpegawai sudah dijangkau.") if asked.never else _("Tidak ada unit di bawahnya."),
    )


def open_posts(actor: Actor, rows: Sequence[CoverageUnit], at: numbers.Period) -> Mapping[Any, list[str]]:
    """Words of the exposed posts that nobody has reached, by unit."""
    nodes = [row.pk for row in rows if row.exposed]
    found = numbers.open_posts(actor, nodes, at, [post.value for post in EXPOSED]) if nodes else {}
    return {node: [word(POSITIONS, post) for post in posts] for node, posts in found.items()}


def by_status(found: Mapping[str, numbers.Groups], asked: Asked) -> Table:
    return _by(_("Menurut status"), _("Status"), STATUSES, found, asked)


def by_position(found: Mapping[str, numbers.Groups], asked: Asked) -> Table:
    return _by(_("Menurut jabatan"), _("Jabatan"), POSITIONS, found, asked)


def by_area(request: HttpRequest, asked: Asked, areas: Sequence[Area], found: numbers.Found, area_word: str) -> Table:
    """Also areas in which nobody works or nobody was reached."""
    rows = [
        [
            Cell(text=area.name or no_area(), url=_area_address(request, area)),
            *_of_measure(asked, found[area.node, asked.at]),
        ]
        for area in areas
    ]
    return Table(caption=_("Menurut wilayah"), columns=_columns(area_word, asked), rows=rows)


def by_month(asked: Asked, found: Sequence[tuple[numbers.Period, numbers.Groups]]) -> Table:
    """Each month against the list of its own end."""
    return Table(
        caption=_("Bulan demi bulan, %(year)s") % {"year": asked.year},
        columns=[*_columns(_("Bulan"), asked), Column(text=_("Daftar pegawai"))],
        rows=[
            [
                Cell(text=period_word(at.period)),
                *(Cell(text=said(groups[group], asked.measure, at)) for group in asked.groups),
                Cell(text=as_of_word(numbers.headcount_day(at))),
            ]
            for at, groups in found
        ],
        empty_title=_("Belum ada kegiatan tahun ini"),
        empty_text=_("Bulan muncul di sini setelah sesi pertama ditutup."),
    )


def _by(caption: str, first: str, words: Words, found: Mapping[str, numbers.Groups], asked: Asked) -> Table:
    order = [code for code in words if code in found]
    rows = [[Cell(text=word(words, code)), *_of_measure(asked, found[code])] for code in order]
    return Table(caption=caption, columns=_columns(first, asked), rows=rows)


def _of_measure(asked: Asked, found: numbers.Groups) -> list[Cell]:
    return _cells(asked, found, asked.measure)


def _columns(first: str, asked: Asked) -> list[Column]:
    return [Column(text=first), *(Column(text=str(GROUPS[group]), number=True) for group in asked.groups)]


def _cells(asked: Asked, found: numbers.Groups, measure: str) -> list[Cell]:
    return [Cell(text=said(found[group], measure, asked.at)) for group in asked.groups]


def _units_caption(asked: Asked) -> str:
    words = {"measure": measure_word(asked.measure, asked.at.period), "period": period_word(asked.at.period)}
    if asked.is_flat:
        return _("%(measure)s, %(period)s. Tiap unit tanpa unit di bawahnya") % words
    return _("%(measure)s, %(period)s. Tiap unit bersama semua unit di bawahnya") % words


def incumbent_everywhere(rows: Page[CoverageUnit]) -> bool:
    """Said once above the list instead of in each row."""
    return len(rows) > 1 and all(row.incumbent for row in rows)


def _attention(row: CoverageUnit, posts: Sequence[str], *, everywhere: bool) -> str:
    words = [_("pos %(posts)s belum terjangkau") % {"posts": ", ".join(posts)}] if posts else []
    if row.incumbent and not everywhere:
        words.append(_("petahana maju"))
    if row.never and row.eligible:
        words.append(_("belum pernah dikunjungi"))
    return "; ".join(words) or "–"


def _kept(request: HttpRequest, *without: str) -> dict[str, str]:
    return {key: str(value) for key, value in request.GET.items() if key not in {"after", *without} and value}


def unit_address(row: CoverageUnit, query: str = "") -> str:
    address = reverse("coverage_unit", args=[row.pk])
    return f"{address}?{query}" if query else address


def _area_address(request: HttpRequest, area: Area) -> str:
    return "?" + urlencode({**_kept(request), AREA: area.code or "-"})
