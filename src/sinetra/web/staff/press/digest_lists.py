"""The lists behind the numbers of the digest."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.monitoring.digest import agreements, circulars, differing, events
from sinetra.apps.monitoring.event_words import safe_title, type_word
from sinetra.apps.monitoring.models import Story
from sinetra.apps.monitoring.week import Week
from sinetra.apps.prevention.models import Circular
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.press.weeks import monday, office_of
from sinetra.web.staff.prevention.words import day_said


@staff("article.read")
def digest_list(request: StaffRequest, week: str, name: str) -> HttpResponse:
    """``name``: events (``?jenis=&daerah=``), differing, circulars or agreements."""
    asked = monday(week, office_of(request).region_id)
    make = {"events": _events, "differing": _differing, "circulars": _circulars, "agreements": _agreements}.get(name)
    if make is None:
        raise NotFound(gettext_noop("Daftar ini tidak ada."))
    back = Link(text=_("Ringkasan minggu"), url=reverse("digest_week", args=[asked.monday.isoformat()]))
    listed = make(request, asked)
    context = {"title": listed.caption, "tabs": tabs(request.actor, "digest"), "table": listed, "back": back}
    return render(request, "staff/press/list.html", context)


def _events(request: StaffRequest, week: Week) -> Table:
    rows = events(request.actor, week)
    if kind := request.GET.get("jenis"):
        rows = rows.filter(event_type=kind)
    if region := request.GET.get("daerah"):
        rows = rows.filter(region__isnull=True) if region == "-" else rows.filter(region_id=region)
    return _stories(request, rows, _("Peristiwa baru dalam minggu ini"))


def _differing(request: StaffRequest, week: Week) -> Table:
    return _stories(request, differing(request.actor, week), _("Peristiwa yang ditulis berbeda oleh media"))


def _stories(request: StaffRequest, rows: QuerySet[Story], caption: str) -> Table:
    return table(
        request,
        rows.prefetch_related("articles"),
        caption=caption,
        columns=[
            Column(text=_("Peristiwa")),
            Column(text=_("Jenis")),
            Column(text=_("Daerah")),
            Column(text=_("Tanggal")),
        ],
        cells=_story_cells,
        empty=(_("Tidak ada peristiwa"), _("Dalam minggu ini tidak ada yang cocok.")),
    )


def _story_cells(row: Story) -> list[Cell]:
    return [
        Cell(text=safe_title(row), url=reverse("story", args=[row.pk])),
        Cell(text=type_word(row.event_type)),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=day_said(row.event_date)),
    ]


def _circulars(request: StaffRequest, week: Week) -> Table:
    return table(
        request,
        circulars(request.actor, week),
        caption=_("Surat edaran yang dikenal dari berita saja"),
        columns=[Column(text=_("Nomor")), Column(text=_("Daerah"))],
        cells=_record_cells,
        empty=(_("Tidak ada surat edaran"), _("Dalam minggu ini tidak ada yang cocok.")),
    )


def _agreements(request: StaffRequest, week: Week) -> Table:
    return table(
        request,
        agreements(request.actor, week),
        caption=_("Kesepakatan yang dikenal dari berita saja"),
        columns=[Column(text=_("Kesepakatan")), Column(text=_("Daerah"))],
        cells=_record_cells,
        empty=(_("Tidak ada kesepakatan"), _("Dalam minggu ini tidak ada yang cocok.")),
    )


def _record_cells(row: Circular | Agreement) -> list[Cell]:
    text = row.number if isinstance(row, Circular) else row.title
    url = reverse("story", args=[row.story_id]) if row.story_id else ""
    return [Cell(text=text or "–", url=url), Cell(text=row.region.name if row.region else "–")]
