"""*Ruang kerja*: what is due, what came in, what waits for whom. Outside the stages the ageing matters lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from sinetra.apps.advice.mediation_selectors import mediations
from sinetra.apps.advice.selectors import questions
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.retry import dead_letters
from sinetra.apps.cases import selectors as cases
from sinetra.apps.invitations.selectors import consultations, packages_to_take
from sinetra.apps.invitations.vocabulary import Way
from sinetra.apps.monitoring.models import Story
from sinetra.apps.monitoring.outside import outside_story_title
from sinetra.apps.monitoring.selectors import stories
from sinetra.apps.registry.models import Organisation
from sinetra.core.clock.stages import Stage, StageCode
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff import worklists
from sinetra.web.staff.accounts.waiting import for_workspace
from sinetra.web.staff.agreements.work import agreement_work, breach_work
from sinetra.web.staff.hand_overs.lists import alarms
from sinetra.web.staff.invitations.pages import TO_TAKE
from sinetra.web.staff.off_season import off_season
from sinetra.web.staff.prevention.circular_work import circulars_for
from sinetra.web.staff.prevention.pledge_work import pledges_for
from sinetra.web.staff.prevention.session_work import sessions_for
from sinetra.web.staff.words import stage_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of the workspace; ``url`` is the list behind it."""

    term: str
    text: str
    url: str


@staff("workspace.read")
def workspace(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    office = visible(actor, Organisation).select_related("region").get(pk=actor.office)
    day = today(office.region_id)
    stages = _stages(day, office.region_id)
    lists = _lists(actor, day, stages) if cases.has_cases(actor) else []
    if may(actor, "activity.plan"):
        lists.append(worklists.commitments(actor, day))
    lists = [*breach_work(actor), *lists, *agreement_work(actor, day)]
    context: dict[str, Any] = {"office": office, "day": day, "stages": stages, "lists": lists}
    context["accounts"] = for_workspace(actor, day)
    context["counts"] = _counts(actor, lists)
    if _outside(stages) and may(actor, "activity.read"):
        context["off_season"] = off_season(actor)
    if may(actor, "article.read"):
        context["stories"] = _stories(actor)
    context["sessions"] = sessions_for(actor, day)
    context["pledges"] = pledges_for(actor, day)
    context["circulars"] = circulars_for(actor, day)
    context["room"] = reverse("control_room") if may(actor, "control_room.read") else ""
    context["has_nothing"] = not actor.roles
    return render(request, "staff/workspace.html", context)


def _lists(actor: Actor, day: date, stages: Sequence[tuple[str, Stage]]) -> list[worklists.WorkList]:
    """In the order of the page: in an election what is due leads, outside the stages what ages."""
    found = [*alarms(actor, day), worklists.due(actor, day)]
    if may(actor, "report.read"):
        found.append(worklists.unopened(actor, day))
    found.append(worklists.waiting(actor, day))
    corrections = worklists.corrections(actor, day)
    if corrections.table.rows:
        found.append(corrections)
    found.insert(0 if _outside(stages) else len(found), worklists.ageing(actor, day))
    return found


def _outside(stages: Sequence[tuple[str, Stage]]) -> bool:
    """*Di luar tahapan*: no election runs in the region of the office."""
    return all(stage.code == StageCode.NO_ELECTION for _word, stage in stages)


def _counts(actor: Actor, lists: Sequence[worklists.WorkList]) -> list[Count]:
    found = [Count(term=item.table.caption, text=item.number, url=item.url) for item in lists]
    if cases.has_cases(actor):
        new = cases.inbox(actor, size=worklists.HEAD)
        number = len(new.reports) + len(new.hand_overs)
        more = new.reports.next_token is not None or new.hand_overs.next_token is not None
        text = _("%(n)s lebih") % {"n": number} if more else str(number)
        found.insert(0, Count(term=_("Baru masuk, belum dibuka atau dijawab"), text=text, url=reverse("inbox")))
    if may(actor, "question.read"):
        found += [_unanswered(actor), _mediations(actor)]
    if may(actor, "invitation.read"):
        found += _invitations(actor)
    if may(actor, "outbox.retry"):
        dead = dead_letters(actor, size=worklists.HEAD)
        text = _("%(n)s lebih") % {"n": len(dead)} if dead.next_token else str(len(dead))
        found.append(Count(term=_("Tugas latar belakang yang berhenti"), text=text, url=reverse("queue")))
    return found


def _unanswered(actor: Actor) -> Count:
    waiting = page(questions(actor), order=("asked_on", "id"), size=worklists.HEAD)
    text = _("%(n)s lebih") % {"n": len(waiting)} if waiting.next_token else str(len(waiting))
    return Count(term=_("Pertanyaan tanpa nama yang menunggu jawaban"), text=text, url=reverse("questions"))


def _mediations(actor: Actor) -> Count:
    waiting = page(mediations(actor), order=("asked_on", "id"), size=worklists.HEAD)
    text = _("%(n)s lebih") % {"n": len(waiting)} if waiting.next_token else str(len(waiting))
    return Count(term=_("Mediasi yang terbuka"), text=text, url=reverse("mediations"))


def _invitations(actor: Actor) -> list[Count]:
    """Only where somebody was invited: an office that nobody asks sees nothing of it."""
    # What was sent to Bawaslu is Bawaslu's to answer; it stands in the list behind the number.
    own = consultations(actor).exclude(way=Way.SENT)
    address = reverse("invitations")
    lists = (
        (_("Undangan yang menunggu nasihat"), own, address),
        (_("Paket undangan yang menunggu dibawa"), packages_to_take(actor), f"{address}?keadaan={TO_TAKE}"),
    )
    found = []
    for term, rows, url in lists:
        waiting = page(rows, order=("asked_on", "id"), size=worklists.HEAD)
        if len(waiting):
            text = _("%(n)s lebih") % {"n": len(waiting)} if waiting.next_token else str(len(waiting))
            found.append(Count(term=term, text=text, url=url))
    return found


def _stages(day: date, region: str | None) -> list[tuple[str, Stage]]:
    """The stage of each election that runs in the region of the office."""
    return [(stage_word(stage.code), stage) for stage in clock().timetables.stages(day, region)]


def _stories(actor: Actor) -> Table:
    found = stories(actor).filter(state=Story.State.PROPOSED).prefetch_related("articles").order_by("-id")[:10]
    return Table(
        caption=_("Peristiwa dari berita yang menunggu keputusan"),
        columns=[Column(text=_("Peristiwa")), Column(text=_("Tempat"))],
        rows=[
            [
                Cell(text=outside_story_title(row), url=reverse("story", args=[row.pk])),
                Cell(text=row.region.name if row.region else "–"),
            ]
            for row in found
        ],
        empty_title=_("Tidak ada yang menunggu"),
        empty_text=_("Peristiwa baru dari artikel muncul di sini."),
        empty_link=_add_articles(actor),
    )


def _add_articles(actor: Actor) -> Link | None:
    return Link(text=gettext("Masukkan artikel"), url=reverse("add_articles")) if may(actor, "article.ingest") else None
