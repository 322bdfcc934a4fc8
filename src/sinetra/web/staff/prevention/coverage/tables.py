"""The tables of a coverage page. ASN and others stand in columns of their own and are never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import page
from sinetra.apps.prevention.models import CoverageUnit
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors import coverage_units as units
from sinetra.apps.prevention.selectors.coverage_units import Area
from sinetra.core.prevention.next_visit import EXPOSED
from sinetra.web.law_words import POSITIONS, STATUSES, Words, word
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.lists import page_address
from sinetra.web.staff.prevention.coverage.asked import AREA, NEVER, Asked
from sinetra.web.staff.prevention.coverage.words import (
    GROUPS,
    MEASURES,
    as_of_word,
    measure_word,
    no_area,
    period_word,
    reached_word,
    said,
)

SIZE = 25


def totals(asked: Asked, found: numbers.Groups) -> Table:
    return Table(
        caption=_("%(period)s, terhadap daftar pegawai per %(day)s")
        % {"period": period_word(asked.at.period), "day": as_of_word(numbers.headcount_day(asked.at))},
        columns=_columns(_("Yang dihitung"), asked),
        rows=[
            [Cell(text=measure_word(measure, asked.at.period)), *_cells(asked, found, measure)] for measure in MEASURES
        ],
    )


def list_of_units(request: HttpRequest, actor: Actor, asked: Asked, below: CoverageUnit | None) -> Table:
    """A page of units with their numbers; exposed posts and running incumbents first."""
    rows = units.units(actor, below=below, area=asked.area.code if asked.area else None, never=asked.never)
    found = page(rows, order=("place",), after=request.GET.get("after"), size=SIZE)
    counted = numbers.of_nodes(actor, [row.pk for row in found], asked.at, alone=asked.is_flat, position=asked.position)
    posts = open_posts(actor, list(found), asked.at)
    return Table(
        caption=_units_caption(asked),
        columns=[*_columns(_("Unit"), asked), Column(text=_("Terakhir hadir")), Column(text=_("Perhatian"))],
        rows=[
            [
                Cell(text=row.unit.name, url=_unit_address(request, row)),
                *_cells(asked, counted[row.pk], asked.measure),
                Cell(text=reached_word(row.reached_in, never=row.never)),
                Cell(text=_attention(row, posts.get(row.pk, []))),
            ]
            for row in found
        ],
        newer=page_address(request, None) if request.GET.get("after") else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=_("Tidak ada unit di sini"),
        empty_text=_("Semua unit berpegawai sudah dijangkau.") if asked.never else _("Tidak ada unit di bawahnya."),
    )


def open_posts(actor: Actor, rows: Sequence[CoverageUnit], at: numbers.Period) -> Mapping[Any, list[str]]:
    """Words of the exposed posts that nobody has reached, by unit."""
    nodes = [row.pk for row in rows if row.exposed]
    found = numbers.open_posts(actor, nodes, at, [post.value for post in EXPOSED]) if nodes else {}
    return {node: [word(POSITIONS, post) for post in posts] for node, posts in found.items()}


def by_status(actor: Actor, asked: Asked) -> Table:
    found = numbers.by(actor, "status", asked.at)
    return _by(_("Menurut status"), STATUSES, found, asked)


def by_position(found: Mapping[str, numbers.Groups], asked: Asked) -> Table:
    return _by(_("Menurut jabatan"), POSITIONS, found, asked)


def by_area(request: HttpRequest, actor: Actor, asked: Asked, areas: Sequence[Area], area_word: str) -> Table:
    """Also areas in which nobody works or nobody was reached."""
    found = numbers.of_nodes(actor, [area.node for area in areas], asked.at)
    rows = [
        [Cell(text=area.name or no_area(), url=_area_address(request, area)), *_of_measure(asked, found[area.node])]
        for area in areas
    ]
    return Table(caption=area_word, columns=_columns(area_word, asked), rows=rows)


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


def _by(caption: str, words: Words, found: Mapping[str, numbers.Groups], asked: Asked) -> Table:
    order = [code for code in words if code in found]
    rows = [[Cell(text=word(words, code)), *_of_measure(asked, found[code])] for code in order]
    return Table(caption=caption, columns=_columns(caption, asked), rows=rows)


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


def _attention(row: CoverageUnit, posts: Sequence[str]) -> str:
    words = [_("pos %(posts)s belum terjangkau") % {"posts": ", ".join(posts)}] if posts else []
    if row.incumbent:
        words.append(_("petahana maju"))
    if row.never and row.eligible:
        words.append(_("belum pernah dikunjungi"))
    return "; ".join(words) or "–"


def _kept(request: HttpRequest, *without: str) -> dict[str, str]:
    return {key: str(value) for key, value in request.GET.items() if key not in {"after", *without} and value}


def _unit_address(request: HttpRequest, row: CoverageUnit) -> str:
    kept = _kept(request, AREA, NEVER)
    return reverse("coverage_unit", args=[row.pk]) + (f"?{urlencode(kept)}" if kept else "")


def _area_address(request: HttpRequest, area: Area) -> str:
    return "?" + urlencode({**_kept(request), AREA: area.code or "-"})
