"""The list of the desk: what came in, by its deadline, with what is needed to decide where it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sinetra.apps.base.paging import Page, page
from sinetra.apps.cases.desk import COLUMNS, DeskFilter, DeskOrder, desk
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.web.access import StaffRequest
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Clock, Column, Link, Table
from sinetra.web.staff.ticked import pick_of
from sinetra.web.staff.triage.filters import DeskForm
from sinetra.web.staff.triage.walk import walk_query
from sinetra.web.staff.words import CHANNELS
from sinetra.web.words import ACTS

SIZE = 50
#: What can still be opened, grouped or kept.
PICKED = (ReportState.NEW, ReportState.KEPT)


def desk_table(request: StaffRequest, form: DeskForm) -> Table:
    filters, after = form.filters(), request.GET.get("after")
    found = _page(request, filters, after, SIZE)
    rows, older = list(found), address(request, after=found.next_token) if found.next_token else ""
    if filters.order is DeskOrder.DUE and not older:
        more, older = _undated(request, filters, SIZE - len(rows))
        rows += more
    query, picked = walk_query(form), "all" in request.GET
    return Table(
        caption=_caption(filters),
        columns=_columns(filters),
        rows=[_cells(row, form.day, query=query, picked=picked) for row in rows],
        newer=address(request) if after else "",
        older=older,
        empty_title=_("Tidak ada laporan yang cocok") if form.told() else _("Tidak ada laporan baru"),
        empty_text=_("Ubah saringannya, atau lihat semuanya.")
        if form.told()
        else _("Laporan dari warga muncul di sini begitu dikirim."),
        empty_link=Link(text=_("Semua laporan baru"), url=reverse("inbox")) if form.told() else None,
    )


def _page(request: StaffRequest, filters: DeskFilter, after: str | None, size: int) -> Page[Report]:
    return page(desk(request.actor, filters), order=COLUMNS[filters.order], after=after, size=size)


def _undated(request: StaffRequest, filters: DeskFilter, room: int) -> tuple[list[Report], str]:
    """Behind the last deadline come those without, so that no report is on no page: what there is room for, and the
    way to the others."""
    filters, order = replace(filters, order=DeskOrder.UNDATED), DeskOrder.UNDATED.value
    if room == 0:
        return [], address(request, order=order) if desk(request.actor, filters).exists() else ""
    found = _page(request, filters, None, room)
    return list(found), address(request, order=order, after=found.next_token) if found.next_token else ""


def address(request: StaffRequest, **more: str | None) -> str:
    """The same list with the same filters, from its beginning but for ``more``; nothing is ticked."""
    query = {name: value for name, value in request.GET.items() if name not in {"after", "all", "paket"}}
    query |= {name: value for name, value in more.items() if value}
    return f"{request.path}?{urlencode(query)}" if query else request.path


def _caption(filters: DeskFilter) -> str:
    if filters.state is ReportState.JOINED:
        return _("Laporan yang digabungkan pada perkara lain, yang paling lama di atas")
    if filters.state is ReportState.KEPT:
        return _("Informasi yang disimpan, yang paling lama di atas")
    if filters.state is ReportState.SET_ASIDE:
        return _("Informasi yang tidak ditangani, yang paling lama di atas")
    if filters.order is DeskOrder.DUE:
        return _("Laporan dan informasi awal, tenggat terdekat di atas")
    return _("Laporan dan informasi awal, yang paling lama menunggu di atas")


def _columns(filters: DeskFilter) -> list[Column]:
    due = _("Perkara") if filters.state is ReportState.JOINED else _("Tenggat")
    names = [_("Diterima"), _("Menunggu"), due, _("Jalur"), _("Perbuatan"), _("Tempat dan hari kejadian")]
    names += [_("Bukti"), _("Identitas pelapor")]
    return [Column(text=name) for name in names]


def _cells(row: Report, day: date, *, query: str, picked: bool) -> list[Cell]:
    language = get_language() or "id"
    return [
        Cell(
            text=day_text(row.filed_on, language, weekday=False),
            url=f"{reverse('received_report', args=[row.pk])}?{query}",
            pick=pick_of(row) if row.state in PICKED else "",
            picked=picked,
        ),
        Cell(text=_waited(row, day)),
        _due(row, day, language),
        Cell(text=str(CHANNELS[row.kept_as])),
        Cell(text="; ".join(str(ACTS.get(code, code)) for code in row.acts)),
        Cell(text=f"{row.region.name}, {_happened(row, language)}"),
        Cell(text=_("ada") if getattr(row, "has_evidence", False) else _("tidak ada")),
        Cell(text=_("ada di brankas") if getattr(row, "has_identity", False) else _("tidak diberikan")),
    ]


def _waited(row: Report, day: date) -> str:
    days = max((day - row.filed_on).days, 0)
    if days == 0:
        return _("hari ini")
    return ngettext("%(n)s hari", "%(n)s hari", days) % {"n": days}


def _happened(row: Report, language: str) -> str:
    if row.happened_on is None:
        return _("hari tidak disebut")
    return day_text(row.happened_on, language, weekday=False)


def _due(row: Report, day: date, language: str) -> Cell:
    if row.joined_to is not None:
        number = row.joined_to.number + (f" ({_('salinan')})" if row.is_copy else "")
        return Cell(text=number, url=reverse("matter", args=[row.joined_to_id]))
    if row.due_on is None or row.state != ReportState.NEW:
        return Cell(text=_("tidak ada"))
    chip = Clock(label="", due=row.due_on, today=day)
    return Cell(text=f"{chip.words} · {day_text(row.due_on, language, weekday=False)}", sentiment=chip.sentiment)
