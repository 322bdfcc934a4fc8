"""Lists of work: what is due, what nobody opened, what waits for others, what ages. The workspace shows their heads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import visible
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.corrections import waiting as waiting_corrections
from sinetra.apps.cases.models import Clock, HandOver, Matter
from sinetra.apps.prevention.models import Commitment
from sinetra.apps.prevention.selectors.activities import open_commitments
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.models import Report
from sinetra.ports.clock import today, zone_of
from sinetra.web import parts
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import day_text, instant_text, moment_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.corrections.section import correction_cells
from sinetra.web.staff.words import CHANNELS

AHEAD = timedelta(days=7)
HEAD = 20
LIST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """The head of a list. ``next_token`` is None when all of it is there; ``url`` is the whole list."""

    table: Table
    next_token: str | None
    url: str

    @property
    def number(self) -> str:
        """How many, without counting what is not shown."""
        shown = len(self.table.rows)
        return _("%(n)s lebih") % {"n": shown} if self.next_token else str(shown)


def due(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Running clocks of matters, the nearest first."""
    found = cases.due_until(actor, day + AHEAD, after=after, size=size)
    table = Table(
        caption=_("Jatuh tempo dalam tujuh hari"),
        columns=[Column(text=_("Perkara")), Column(text=_("Tenggat")), Column(text=_("Sisa"))],
        rows=[_due_cells(row, day) for row in found],
        empty_title=_("Tidak ada yang jatuh tempo"),
        empty_text=_("Tenggat tujuh hari ke depan akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("due_list"))


def _due_cells(row: Clock, day: date) -> list[Cell]:
    told = Due.of(row.told)
    language = "en" if get_language() == "en" else "id"
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=told.name[language]),
        Cell(clock=due_clock(told, day)),
    ]


def unopened(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Reports that nobody opened though their deadline runs out."""
    found = cases.unopened_until(actor, day + AHEAD, after=after, size=size)
    table = Table(
        caption=_("Belum dibuka siapa pun, padahal tenggatnya berjalan"),
        columns=[
            Column(text=_("Laporan diterima")),
            Column(text=_("Jalur")),
            Column(text=_("Tempat")),
            Column(text=_("Harus ditindak paling lambat")),
            Column(text=_("Sisa hari"), number=True),
        ],
        rows=[_unopened_cells(row, day) for row in found],
        empty_title=_("Tidak ada laporan yang terlewat"),
        empty_text=_("Laporan yang belum dibuka dan tenggatnya dekat akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("unopened_list"))


def _unopened_cells(row: Report, day: date) -> list[Cell]:
    language = get_language() or "id"
    left = (row.due_on - day).days if row.due_on else 0
    return [
        Cell(
            text=moment_text(row.filed_at, row.filed_on, zone_of(row.region_id).abbreviation, language),
            url=reverse("received_report", args=[row.pk]),
        ),
        Cell(text=str(CHANNELS[row.kept_as])),
        Cell(text=row.region.name),
        Cell(text=day_text(row.due_on, language) if row.due_on else "–"),
        Cell(text=_("lewat %(days)s") % {"days": -left} if left < 0 else left, sentiment="stop" if left < 0 else ""),
    ]


def waiting(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Sent and not acknowledged yet, the longest waiting first."""
    found = cases.waiting_for_whom(actor, after=after, size=size)
    table = Table(
        caption=_("Menunggu tanda terima dari instansi lain"),
        columns=[
            Column(text=_("Perkara")),
            Column(text=_("Di")),
            Column(text=_("Sejak")),
            Column(text=_("Hari"), number=True),
        ],
        rows=[_waiting_cells(row, day) for row in found],
        empty_title=_("Tidak ada yang menunggu"),
        empty_text=_("Serah terima baru selesai setelah penerima menyatakannya."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("waiting_list"))


def _waiting_cells(row: HandOver, day: date) -> list[Cell]:
    zone = zone_of(row.matter.region_id)
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=row.counterpart_name),
        Cell(text=instant_text(row.sent_at, zone.abbreviation, get_language() or "id")),
        Cell(text=max((day - row.sent_at.astimezone(zone.info).date()).days, 0)),
    ]


def ageing(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Open matters by age, with who is to move them."""
    found = cases.matters(actor, cases.MatterFilter(oldest=True), after=after, size=size)
    table = Table(
        caption=_("Perkara berjalan, yang terlama di atas"),
        columns=[
            Column(text=_("Perkara")),
            Column(text=_("Umur (hari)"), number=True),
            Column(text=_("Keadaan")),
            Column(text=_("Penanggung jawab")),
        ],
        rows=[_age_cells(row, day) for row in found],
        empty_title=_("Tidak ada perkara yang berjalan"),
        empty_text=_("Perkara yang dibuka akan muncul di sini sampai ditutup."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("ageing_list"))


def _age_cells(row: Matter, day: date) -> list[Cell]:
    state = cases.state_name(row)
    return [
        Cell(text=row.number, url=reverse("matter", args=[row.pk])),
        Cell(text=max((day - row.opened_on).days, 0)),
        Cell(text=state.en if get_language() == "en" else state.id, sentiment="info"),
        Cell(text=row.handler.name if row.handler else _("belum ada")),
    ]


def corrections(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """Bodies that do not know yet that nothing was proven, and corrections that wait for this office."""
    found = page(waiting_corrections(actor), order=("since", "id"), after=after, size=size)
    table = Table(
        caption=_("Pembetulan yang belum selesai"),
        columns=[
            Column(text=_("Lembaga")),
            Column(text=_("Perkara")),
            Column(text=_("Pembetulan")),
            Column(text=_("Hari"), number=True),
        ],
        rows=[correction_cells(row, day) for row in found],
        empty_title=_("Semua pembetulan selesai"),
        empty_text=_("Bila perkara tidak terbukti, lembaga yang pernah diberi tahu muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("corrections"))


def commitments(actor: Actor, day: date, after: str | None = None, size: int = HEAD) -> WorkList:
    """What was promised at activities and is not done: overdue, and due within seven days."""
    found = page(open_commitments(actor, day + AHEAD), order=("due_on",), after=after, size=size)
    table = Table(
        caption=_("Komitmen yang lewat, atau jatuh tempo dalam tujuh hari"),
        columns=[
            Column(text=pgettext("kolom", "Komitmen")),
            Column(text=_("Penanggung jawab")),
            Column(text=pgettext("sesi", "Kegiatan")),
            Column(text=_("Tenggat")),
        ],
        rows=[_commitment_cells(row, day) for row in found],
        empty_title=_("Tidak ada komitmen yang jatuh tempo"),
        empty_text=_("Komitmen dari kegiatan, dengan tenggatnya, akan muncul di sini."),
    )
    return WorkList(table=table, next_token=found.next_token, url=reverse("commitment_list"))


def _commitment_cells(row: Commitment, day: date) -> list[Cell]:
    return [
        Cell(text=row.text, url=reverse("activity_commitments", args=[row.activity_id])),
        Cell(text=row.owner),
        Cell(text=row.activity.title, url=reverse("activity", args=[row.activity_id])),
        Cell(clock=parts.Clock(label=row.text, due=row.due_on, today=day)),
    ]


Build = Callable[[Actor, date, "str | None", int], WorkList]


def list_page(request: StaffRequest, build: Build) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    after = request.GET.get("after")
    found = build(request.actor, today(office.region_id), after, LIST)
    return render(request, "staff/worklist.html", {"list": found, "table": found.table, "is_first": not after})


@staff("matter.read")
def due_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, due)


@staff("report.read")
def unopened_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, unopened)


@staff("matter.read")
def waiting_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, waiting)


@staff("activity.plan")
def commitment_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, commitments)


@staff("matter.read")
def correction_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, corrections)


@staff("matter.read")
def ageing_list(request: StaffRequest) -> HttpResponse:
    return list_page(request, ageing)
