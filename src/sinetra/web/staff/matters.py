"""One matter with its clocks, its trail and what may be done now."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.cases.models import HandOver as Trail
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.core.casework.checklist import Answer
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import zone_named
from sinetra.web.parts import Event, HandOver, Link
from sinetra.web.staff.checklist import SENTIMENTS
from sinetra.web.staff.step_aside import step_aside_page
from sinetra.web.staff.verb_table import VERBS, verb_of
from sinetra.web.staff.words import ANSWERS, KINDS, OUTCOMES
from sinetra.web.staff.work_queue.rows import state_word
from sinetra.web.staff.work_queue.walk import walk_of

# With one of these possible, the requirements have been checked, or are not due yet.
_AFTER_CHECKING = frozenset({"start_study", "find_complete", "ask_repair", "accept_repair"})


@staff("matter.read")
def matter(request: StaffRequest, pk: UUID) -> HttpResponse:
    try:
        view = cases.matter_view(request.actor, pk)
    except StepAside as error:
        return step_aside_page(request, error)
    has_letters = view.matter.kind != MatterKind.HANDED_OVER and may(request.actor, "document.read")
    more = {"has_letters": has_letters, "walk": walk_of(request, pk)}
    return render(request, "staff/matter.html", matter_context(view) | more)


def matter_context(view: cases.MatterView) -> dict[str, Any]:
    row = view.matter
    day = today(row.region_id)
    zone = zone_of(row.region_id).abbreviation
    language = "en" if get_language() == "en" else "id"
    return {
        "view": view,
        "matter": row,
        "kind": KINDS[row.kind],
        "state": state_word(row),
        "outcome": OUTCOMES.get(row.outcome, ""),
        "zone": zone,
        "clocks": [due_clock(c.due, day, done=c.done_on is not None) for c in view.clocks],
        "events": [Event(title=step.text(_, language), at=_moment(step, zone), zone=zone) for step in view.steps],
        "trail": [_leg(leg, row, zone) for leg in view.hand_overs],
        "acts": _ways(view),
        "requirements": _requirements(view),
    }


def _ways(view: cases.MatterView) -> list[tuple[Link, bool]]:
    """What may be done, and whether it is what comes next: nothing that ends the matter stands there as such."""
    found = [
        (name, Link(text=str(verb_of(name, view.matter).button), url=reverse("verb", args=[view.matter.pk, name])))
        for name in view.acts
        if name in VERBS
    ]
    if view.may_check and not _AFTER_CHECKING.intersection(view.acts):
        check = Link(text=_("Periksa daftar syarat"), url=reverse("checklist", args=[view.matter.pk]))
        found.insert(0, ("checklist", check))
    return [
        (link, place == 0 and name != "withdraw" and not (name in VERBS and VERBS[name].stop))
        for place, (name, link) in enumerate(found)
    ]


def _requirements(view: cases.MatterView) -> dict[str, Any] | None:
    """How many are met, missing, open; None where there is no checklist."""
    if not view.checklist:
        return None
    counted = Counter(item.answer for item in view.checklist)
    return {
        "wanted": len(view.checklist),
        "answers": [
            (SENTIMENTS[answer], f"{counted[answer]} {ANSWERS[answer]}") for answer in Answer if counted[answer]
        ],
        "may_check": view.may_check,
    }


def _moment(step: cases.MatterStep, zone: str) -> date | datetime:
    """The instant; where the legal date is another day (paper entered later, shifted date), the legal date."""
    return step.at if step.at.astimezone(zone_named(zone)).date() == step.on else step.on


def _leg(leg: Trail, row: Matter, zone: str) -> HandOver:
    outgoing = leg.direction == "outgoing"
    here, there = row.organisation.short_name, leg.counterpart_name
    return HandOver(
        sender=here if outgoing else there,
        receiver=there if outgoing else here,
        sent_at=leg.sent_at,
        acknowledged_at=leg.acknowledged_at,
        zone=zone,
        about=row.number,
        url=reverse("package", args=[leg.pk]),
    )


@staff("package.export")
def package(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The signed document as a file, for where no connection goes."""
    name, content = cases.package_file(request.actor, pk)
    answer = HttpResponse(content, content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
