"""The queue: open matters by due date, of the office, of oneself or of nobody; and the closed ones."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import HandOver, QueueEntry
from sinetra.apps.cases.queue import COLUMNS, Order, QueueFilter, Whose, queue
from sinetra.apps.cases.recorded import waiting_for_sbt
from sinetra.apps.cases.vocabulary import Direction, HandOverState
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Table
from sinetra.web.staff.recommendations.tabs import tabs
from sinetra.web.staff.ticked import pick_of
from sinetra.web.staff.work_queue.filters import FilterForm
from sinetra.web.staff.work_queue.rows import cells, closed_columns, columns, matter_cells
from sinetra.web.staff.work_queue.walk import walk_query


@staff("matter.read")
def matters(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET, request.actor)
    table = _closed(request) if form.is_closed else _open(request, form)
    context = {
        "table": table,
        "form": form,
        "tabs": tabs(request.actor, "matters"),
        "links": _beside(request.actor),
        "query": urlencode(form.told()),
        "kept": list(form.told().items()),
        "is_open": not form.is_closed,
        "may_assign": may(request.actor, "matter.assign"),
        "may_acknowledge": may(request.actor, "package.acknowledge"),
        "has_arrived": _has_arrived(request.actor),
        "pick_all": _address(request, after=request.GET.get("after"), all="1"),
    }
    return render(request, "staff/work_queue/queue.html", context)


def _open(request: StaffRequest, form: FilterForm) -> Table:
    filters = form.filters()
    after = request.GET.get("after")
    found: Page[QueueEntry] = page(queue(request.actor, filters), order=COLUMNS[filters.order], after=after)
    query, day, picked = walk_query(form), form.day, "all" in request.GET
    empty = _empty(is_filtered=bool(form.told()))
    return Table(
        caption=caption(filters),
        columns=columns(),
        rows=[cells(row, day, query=query, pick=pick_of(row.matter), picked=picked) for row in found],
        newer=_address(request) if after else "",
        older=_address(request, after=found.next_token) if found.next_token else "",
        empty_title=empty[0],
        empty_text=empty[1],
        empty_link=empty[2],
    )


def _closed(request: StaffRequest) -> Table:
    after = request.GET.get("after")
    found = cases.matters(request.actor, cases.MatterFilter(closed=True), after=after)
    return Table(
        caption=_("Perkara yang ditutup, yang terbaru dibuka di atas"),
        columns=closed_columns(),
        rows=[matter_cells(row) for row in found],
        newer=_address(request) if after else "",
        older=_address(request, after=found.next_token) if found.next_token else "",
        empty_title=_("Belum ada perkara yang ditutup"),
        empty_text=_("Perkara yang ditutup akan muncul di sini."),
    )


def _address(request: StaffRequest, **more: str | None) -> str:
    """The same list with the same filters, from its beginning but for ``more``; nothing is ticked."""
    query = {name: value for name, value in request.GET.items() if name not in {"after", "all"}}
    query |= {name: value for name, value in more.items() if value}
    return f"{request.path}?{urlencode(query)}" if query else request.path


def _has_arrived(actor: Actor) -> bool:
    """Whether anything waits to be acknowledged; what never arrives needs no button."""
    return visible(actor, HandOver).filter(direction=Direction.INCOMING, state=HandOverState.RECEIVED).exists()


def caption(filters: QueueFilter) -> str:
    whose = {
        Whose.OFFICE: _("Perkara kantor yang berjalan"),
        Whose.MINE: _("Perkara saya yang berjalan"),
        Whose.NOBODY: _("Perkara berjalan tanpa penanggung jawab"),
    }[filters.whose]
    order = {
        Order.DUE: _("tenggat terdekat di atas"),
        Order.NEWEST: _("terbaru di atas"),
        Order.OLDEST: _("terlama di atas"),
    }[filters.order]
    return f"{whose}, {order}"


def _empty(*, is_filtered: bool) -> tuple[str, str, Link]:
    if is_filtered:
        everything = Link(text=_("Semua perkara yang berjalan"), url=reverse("matters"))
        return _("Tidak ada perkara yang cocok"), _("Ubah saringannya, atau lihat semuanya."), everything
    inbox = Link(text=_("Laporan masuk"), url=reverse("inbox"))
    return _("Belum ada perkara"), _("Buka laporan dari daftar laporan masuk; tenggatnya langsung dihitung."), inbox


def _beside(actor: Actor) -> list[Link]:
    """What belongs to matters and has no place in the menu."""
    found = []
    if may(actor, "matter.record_information"):
        found.append(Link(text=_("Catat informasi awal dari pengawasan"), url=reverse("new_information")))
    if may(actor, "matter.forward") and waiting_for_sbt(actor).exists():
        found.append(Link(text=_("Berkas untuk SBT"), url=reverse("sbt_file")))
    if may(actor, "matter.set_number_pattern"):
        found.append(Link(text=_("Pola nomor"), url=reverse("number_patterns")))
    if may(actor, "custody.name"):
        found.append(Link(text=_("Kustodian identitas dan wakilnya"), url=reverse("custody")))
    if may(actor, "retention.read"):
        found.append(Link(text=_("Masa simpan dan penghapusan"), url=reverse("retention")))
    return found
