"""One matter with its clocks, its trail and what may be done now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.apps.reports.talk import talk_line
from sinetra.core.casework.checklist import Answer
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.clocks import due_clock
from sinetra.web.format import day_text, zone_named
from sinetra.web.law_words import TRACKS
from sinetra.web.parts import Event, Link, Pair
from sinetra.web.staff.checklist import SENTIMENTS
from sinetra.web.staff.clarifications.one import lines_of
from sinetra.web.staff.corrections.section import corrections_table, may_add
from sinetra.web.staff.evidence.section import evidence_cards
from sinetra.web.staff.examinations.section import answered, cards
from sinetra.web.staff.hand_overs.trail import legs
from sinetra.web.staff.letters.section import letters_section
from sinetra.web.staff.oversight.hold_verbs import hold_pairs
from sinetra.web.staff.study.shown import plenary_parts, studied_parts
from sinetra.web.staff.track_parts import track_rows
from sinetra.web.staff.track_verbs import TRACK_VERBS
from sinetra.web.staff.triage.section import source_lines
from sinetra.web.staff.verb_table import VERBS, verb_of
from sinetra.web.staff.words import ANSWERS, KINDS, OUTCOMES
from sinetra.web.staff.work_queue.rows import state_word
from sinetra.web.staff.work_queue.walk import walk_of
from sinetra.web.track_words import PRODUCTS

# With one of these possible, the requirements have been checked, or are not due yet.
_AFTER_CHECKING = frozenset({"start_study", "find_complete", "ask_repair", "accept_repair"})

# These do not carry the matter on: none of them is what comes next.
_ASIDE = frozenset({"withdraw", "clear_namesake"})


@staff("matter.read")
def matter(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = cases.matter_view(request.actor, pk)
    is_own = view.erased is None and view.matter.kind != MatterKind.HANDED_OVER
    context = matter_context(view) | {
        "has_letters": is_own and may(request.actor, "document.read"),
        "letters": letters_section(request.actor, view.matter),
        "has_log": may(request.actor, "access.read_matter", view.matter),
        "clarifications": lines_of(request, view.matter),
        "examinations": cards(request.actor, view.matter),
        "answered": answered(request.actor, view.matter),
        "may_add": may_add(request.actor, view.matter),
        "evidence_cards": evidence_cards(request, view.report),
        "talk": talk_line(request.actor, view.report.report) if view.report is not None else None,
        "walk": walk_of(request, pk),
        "sources": source_lines(request.actor, view.matter) if view.erased is None else ("", ()),
    }
    return render(request, "staff/matter.html", context)


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
        "trail": legs(view, day),
        "sent_back": bool(view.hand_overs) and all(row.returned_at for row in view.hand_overs),
        "sent_as": _sent_as(view),
        "acts": _ways(view),
        "tracks": track_rows(row, view.tracks),
        "requirements": _requirements(view),
        "studied": studied_parts(view.study) if view.study is not None else None,
        "plenaries": [plenary_parts(item) for item in view.plenaries],
        "corrections": corrections_table(view.corrections),
        "held": hold_pairs(view.hold),
    } | _erased(view, language)


def _sent_as(view: cases.MatterView) -> list[Pair]:
    """On which track the sender handed it over, and as what."""
    told = [
        (_("Nomor di kantor pengirim"), view.sender_number),
        (_("Jalur"), TRACKS.get(view.sent_on_track, "")),
        (_("Yang dikirim"), PRODUCTS.get(view.product, "")),
    ]
    return [Pair(term=term, value=value) for term, value in told if value]


def _erased(view: cases.MatterView, language: str) -> dict[str, Any]:
    """When and by which rule the content went."""
    if view.erased is None:
        return {}
    rule = view.erased.rule
    return {
        "erased": view.erased,
        "erased_on": day_text(view.erased.record.erased_on, language),
        "erased_rule": rule.what.en if language == "en" else rule.what.id,
        "erased_length": rule.length(language),
    }


# Once people are being heard, inviting more of them is not what comes next; nor correcting a study that is written.
_LATER: Mapping[str, str] = {State.CLARIFICATION: "summon", State.STUDY: "write_study"}


def _ways(view: cases.MatterView) -> list[tuple[Link, bool]]:
    """What may be done, and whether it is what comes next: nothing that ends the matter stands there as such."""
    found = [(name, way) for name in view.acts if (way := _way(name, view.matter)) is not None]
    found.sort(key=lambda item: item[0] == _LATER.get(view.matter.state))
    if view.may_check and not _AFTER_CHECKING.intersection(view.acts):
        check = Link(text=_("Periksa daftar syarat"), url=reverse("checklist", args=[view.matter.pk]))
        found.insert(0, ("checklist", check))
    return [
        (link, place == 0 and name not in _ASIDE and not (name in VERBS and VERBS[name].stop))
        for place, (name, link) in enumerate(found)
    ]


def _way(name: str, matter: Matter) -> Link | None:
    """None for a verb that has its button elsewhere on the page."""
    if name == "summon":
        return Link(text=_("Undang klarifikasi"), url=reverse("summon", args=[matter.pk]))
    if name == "write_study":
        text = _("Betulkan kajian") if matter.state == State.STUDY else _("Susun kajian")
        return Link(text=text, url=reverse("study", args=[matter.pk]))
    if name not in VERBS or name in TRACK_VERBS:
        return None
    return Link(text=str(verb_of(name, matter).button), url=reverse("verb", args=[matter.pk, name]))


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


@staff("package.export")
def package(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The signed document as a file, for where no connection goes."""
    name, content = cases.package_file(request.actor, pk)
    answer = HttpResponse(content, content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
