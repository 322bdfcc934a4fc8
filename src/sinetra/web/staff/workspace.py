"""*Ruang kerja*: what is due, what came in, what waits for whom. Outside the stages the ageing matters lead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import Clock, HandOver
from sinetra.apps.monitoring.models import Story
from sinetra.apps.monitoring.selectors import stories
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.law_clock import Due
from sinetra.core.clock.stages import Stage
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.accounts.waiting import for_workspace
from sinetra.web.staff.words import stage_word

AHEAD = timedelta(days=7)


@staff("workspace.read")
def workspace(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    office = visible(actor, Organisation).select_related("region").get(pk=actor.office)
    day = today(office.region_id)
    context: dict[str, Any] = {"office": office, "day": day, "stages": _stages(day, office.region_id)}
    context["accounts"] = for_workspace(actor, day)
    if may(actor, "matter.read"):
        context |= {"due": _due(actor, day), "waiting": _waiting(actor, office, day), "new": _new(actor)}
    if may(actor, "article.read"):
        context["stories"] = _stories(actor)
    context["has_nothing"] = not actor.roles
    return render(request, "staff/workspace.html", context)


def _stages(day: date, region: str | None) -> list[tuple[str, Stage]]:
    """The stage of each election that runs in the region of the office."""
    return [(stage_word(stage.code), stage) for stage in clock().timetables.stages(day, region)]


def _due(actor: Actor, day: date) -> Table:
    found = cases.due_until(actor, day + AHEAD, size=20)
    return Table(
        caption=_("Jatuh tempo dalam tujuh hari"),
        columns=[Column(text=_("Perkara")), Column(text=_("Tenggat")), Column(text=_("Sisa"))],
        rows=[_due_cells(row, day) for row in found],
        empty_title=_("Tidak ada yang jatuh tempo"),
        empty_text=_("Tenggat tujuh hari ke depan akan muncul di sini."),
    )


def _due_cells(row: Clock, day: date) -> list[Cell]:
    due = Due.of(row.told)
    language = "en" if get_language() == "en" else "id"
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=due.name[language]),
        Cell(clock=due_clock(due, day, region=row.matter.region_id)),
    ]


def _waiting(actor: Actor, office: Organisation, day: date) -> Table:
    found = cases.waiting_for_whom(actor, size=20)
    return Table(
        caption=_("Menunggu tanda terima dari instansi lain"),
        columns=[
            Column(text=_("Perkara")),
            Column(text=_("Di")),
            Column(text=_("Sejak")),
            Column(text=_("Hari"), number=True),
        ],
        rows=[_waiting_cells(row, office, day) for row in found],
        empty_title=_("Tidak ada yang menunggu"),
        empty_text=_("Serah terima baru selesai setelah penerima menyatakannya."),
    )


def _waiting_cells(row: HandOver, office: Organisation, day: date) -> list[Cell]:
    zone = zone_of(office.region_id)
    return [
        Cell(text=row.matter.number, url=reverse("matter", args=[row.matter_id])),
        Cell(text=row.counterpart_name),
        Cell(text=instant_text(row.sent_at, zone.abbreviation, get_language() or "id")),
        Cell(text=max((day - row.sent_at.astimezone(zone.info).date()).days, 0)),
    ]


def _new(actor: Actor) -> dict[str, Any]:
    found = cases.inbox(actor, size=20)
    more = found.reports.next_token is not None or found.hand_overs.next_token is not None
    number = len(found.reports) + len(found.hand_overs)
    return {"text": _("%(n)s lebih") % {"n": number} if more else str(number), "number": number}


def _stories(actor: Actor) -> Table:
    found = stories(actor).filter(state=Story.State.PROPOSED).order_by("-id")[:10]
    return Table(
        caption=_("Peristiwa dari berita yang menunggu keputusan"),
        columns=[Column(text=_("Peristiwa")), Column(text=_("Tempat"))],
        rows=[
            [
                Cell(text=row.title, url=reverse("story", args=[row.pk])),
                Cell(text=row.region.name if row.region else "–"),
            ]
            for row in found
        ],
        empty_title=_("Tidak ada yang menunggu"),
        empty_text=_("Peristiwa baru dari artikel muncul di sini."),
        empty_link=Link(text=gettext("Masukkan artikel"), url=reverse("add_articles")),
    )
