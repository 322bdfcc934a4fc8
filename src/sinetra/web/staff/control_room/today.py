"""View 1, *Hari ini*: the stage, then what is over or due within seven days with its owner. Always as of now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import may
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import Clock
from sinetra.apps.insight.control_room.today import DueNow, due_now
from sinetra.apps.reports.law_clock import Due
from sinetra.core.clock.stages import Stage, StageCode
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff import worklists
from sinetra.web.staff.control_room.frame import Count, Section, Source, View
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import at_most, language
from sinetra.web.staff.hand_overs.lists import overdue as silent
from sinetra.web.staff.off_season import off_season
from sinetra.web.staff.words import stage_word
from sinetra.web.templatetags.words import election_name

CODE = "control_room"


@staff("control_room.read")
def today_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, today_view(request.actor, desk))


def today_view(actor: Actor, desk: Desk) -> View:
    stages = clock().timetables.stages(desk.day, desk.office.region_id)
    outside = all(stage.code == StageCode.NO_ELECTION for stage in stages)
    sections = [_stage(stages, desk)]
    due = due_now(actor, desk.day) if cases.has_cases(actor) else None
    if due is not None:
        waiting = _waiting(actor, desk.day)
        sections += [_due(due, waiting, desk), *(_list(anchor, found) for anchor, found in waiting)]
        # Outside the stages nothing presses so much as what has been left lying longest.
        if outside:
            sections.insert(1, _list("terlama", worklists.ageing(actor, desk.day)))
    if may(actor, "activity.plan"):
        sections.append(_list("komitmen", worklists.commitments(actor, desk.day)))
    if outside and may(actor, "activity.read"):
        sections += [
            Section(anchor=f"pembinaan-{place}", title=table.caption, tables=[table])
            for place, table in enumerate(off_season(actor), 1)
        ]
    return View(
        code=CODE,
        title=_("Hari ini"),
        lead=_("Di luar tahapan: yang terlama menunggu dahulu, lalu pembinaan.")
        if outside
        else _("Tahapan yang berjalan, dan tenggat dengan penanggung jawabnya."),
        sections=sections,
    )


def _stage(stages: tuple[Stage, ...], desk: Desk) -> Section:
    rows = [
        [
            Cell(text=election_name(stage.election) if stage.election else _("tidak ada pemilihan")),
            Cell(text=stage_word(stage.code)),
            Cell(text=day_text(stage.end, language(), weekday=False) if stage.end else "–"),
        ]
        for stage in stages
    ]
    columns = [Column(text=text) for text in (_("Pemilihan"), _("Tahapan"), _("Sampai"))]
    table = Table(caption=_("Tahapan hari ini di wilayah kantor"), columns=columns, rows=rows)
    words = ", ".join(dict.fromkeys(stage_word(stage.code) for stage in stages))
    source = Source(text=_("Jadwal dalam katalog"), as_of=desk.day)
    return Section(anchor="tahapan", title=_("Tahapan: %(stage)s") % {"stage": words}, tables=[table], source=source)


def _due(due: DueNow, waiting: Sequence[tuple[str, worklists.WorkList]], desk: Desk) -> Section:
    counts = [
        Count(
            term=_("Perkara dengan tenggat yang lewat"),
            text=at_most(due.overdue),
            url=f"{reverse('matters')}?overdue=on",
        ),
        Count(term=_("Tenggat yang lewat atau dalam tujuh hari"), text=at_most(due.soon), url=reverse("due_list")),
    ]
    if due.late is not None:
        counts.append(
            Count(
                term=_("Rekomendasi yang belum dijawab pada waktunya"),
                text=at_most(due.late),
                url=f"{reverse('recommendations')}?state=late",
            )
        )
    counts += [Count(term=found.table.caption, text=found.number, url=found.url) for _anchor, found in waiting]
    table = Table(
        caption=_("Tenggat yang lewat atau dalam tujuh hari, yang terdekat di atas"),
        columns=[Column(text=text) for text in (_("Perkara"), _("Tenggat"), _("Sisa"), _("Penanggung jawab"))],
        rows=[_clock_cells(row, desk.day) for row in due.clocks],
        empty_title=_("Tidak ada yang jatuh tempo"),
        empty_text=_("Tenggat tujuh hari ke depan akan muncul di sini."),
    )
    links = [Link(text=_("Lihat seluruh daftar"), url=reverse("due_list"))] if due.clocks.next_token else []
    return Section(
        anchor="tenggat",
        title=_("Yang harus dikerjakan"),
        counts=counts,
        tables=[table],
        links=links,
        source=Source(text=_("Tenggat yang berjalan"), as_of=desk.day),
    )


def _clock_cells(row: Clock, day: date) -> list[Cell]:
    told = Due.of(row.told)
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=told.name["en" if language() == "en" else "id"]),
        Cell(clock=due_clock(told, day)),
        Cell(text=row.matter.handler.name if row.matter.handler else _("belum ada")),
    ]


def _waiting(actor: Actor, day: date) -> list[tuple[str, worklists.WorkList]]:
    found = [("belum-dibuka", worklists.unopened(actor, day))] if may(actor, "report.read") else []
    return [*found, ("belum-dijawab", silent(actor, day)), ("menunggu", worklists.waiting(actor, day))]


def _list(anchor: str, found: worklists.WorkList) -> Section:
    """The head of a list that has a page of its own."""
    links = [Link(text=_("Lihat seluruh daftar"), url=found.url)] if found.next_token else []
    return Section(anchor=anchor, title=found.table.caption, tables=[found.table], links=links)
