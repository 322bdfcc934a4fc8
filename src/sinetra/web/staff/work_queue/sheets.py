"""The queue on paper (lembar kerja) and as a workbook: what is ticked, else the list as it is filtered, up to a limit
that both say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.cases.models import QueueEntry
from sinetra.apps.cases.models.queue_entry import NO_DEADLINE
from sinetra.apps.cases.queue import COLUMNS, queue
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.ticked import chosen
from sinetra.web.staff.words import KINDS
from sinetra.web.staff.work_queue.filters import FilterForm
from sinetra.web.staff.work_queue.listing import caption
from sinetra.web.staff.work_queue.rows import cells, columns, handler_word, state_word
from sinetra.web.workbook import Sheet, about, workbook_response

ON_PAPER, IN_WORKBOOK = 200, 1000


def _rows(request: StaffRequest, form: FilterForm, most: int) -> tuple[Sequence[QueueEntry], bool]:
    """In the order of the queue; whether there are more."""
    filters = form.filters()
    rows = queue(request.actor, filters)
    picked = chosen(request)
    if picked:
        rows = rows.filter(pk__in=[row.key for row in picked])
    found = list(rows.order_by(*COLUMNS[filters.order])[: most + 1])
    return found[:most], len(found) > most


@staff("matter.read")
def sheet(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET, request.actor)
    rows, more = _rows(request, form, ON_PAPER)
    table = Table(
        caption=caption(form.filters()),
        columns=[*columns(), Column(text=_("Catatan"))],
        rows=[[*cells(row, form.day), Cell(text="")] for row in rows],
        empty_title=_("Tidak ada perkara yang cocok"),
        empty_text=_("Ubah saringannya, atau lihat semuanya."),
        empty_link=Link(text=_("Semua perkara yang berjalan"), url=reverse("matters")),
    )
    context = {
        "table": table,
        "office": form.office.name,
        "day": form.day,
        "limit": _limit_words(ON_PAPER) if more else "",
        "back": Link(text=_("Perkara"), url=reverse("matters")),
    }
    return render(request, "staff/work_queue/sheet.html", context)


@staff("matter.read")
def workbook(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET, request.actor)
    rows, more = _rows(request, form, IN_WORKBOOK)
    heads = [
        *(_("Nomor"), _("Nomor register"), _("Tenggat terdekat"), _("Keadaan"), _("Asal"), _("Tempat")),
        *(_("Dibuka"), _("Penanggung jawab")),
    ]
    said = [
        f"{form.office.name}: {caption(form.filters())}",
        _("Keadaan pada %(day)s.") % {"day": form.day.isoformat()},
        *([_limit_words(IN_WORKBOOK)] if more else []),
    ]
    told = Sheet(
        title=_("Perkara"), rows=[heads, *map(_told, rows)], widths=(20, 20, 16, 26, 18, 22, 14, 26), freeze="A2"
    )
    return workbook_response(f"perkara-{form.day.isoformat()}.xlsx", told, about(said))


def _told(row: QueueEntry) -> list[str]:
    return [
        row.matter.number,
        row.matter.register_number,
        _iso(row.next_due),
        state_word(row.matter),
        str(KINDS[row.matter.kind]),
        row.region.name,
        row.matter.opened_on.isoformat(),
        handler_word(row),
    ]


def _iso(day: date) -> str:
    return "" if day == NO_DEADLINE else day.isoformat()


def _limit_words(most: int) -> str:
    return _("Hanya %(most)s perkara pertama; persempit saringannya untuk yang lain.") % {"most": most}
