"""Reads of clarifications: those of a matter, one of them with what its person is told, the clock it should fall in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases.clarification.said import Invited, Minutes, invited_of, minutes_of, venue_of
from sinetra.apps.cases.clarification.zone import office_zone
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.letters.facts import facts_of
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import Clarification, Clock, Matter
from sinetra.apps.cases.moves import RECORD_CLARIFICATION, SUMMON, can_walk
from sinetra.apps.cases.selectors import reported_people
from sinetra.apps.cases.vocabulary import Attendance, State, Whom
from sinetra.catalogue import ROOT
from sinetra.core.casework.clarification import Right, Rights, load_rights
from sinetra.core.casework.letters import Fact
from sinetra.core.errors import NotFound, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationView:
    """``reported``: role, name and unit of the person, where that is one of those reported. ``alleged``: acts, day and
    place in the words of a letter. ``zone``: that of the hours. ``later``: the invitation that followed. ``minutes``
    None: not recorded yet. ``may_record`` and ``may_invite_again``: now.
    """

    row: Clarification
    matter: Matter
    invited: Invited
    reported: Mapping[str, Any] | None
    venue: str
    zone: str
    alleged: Mapping[Fact, str]
    rights: tuple[Right, ...]
    later: Clarification | None
    minutes: Minutes | None
    examiners: tuple[str, ...]
    may_record: bool
    may_invite_again: bool


@cache
def rights() -> Rights:
    """Errors: those of a faulty catalogue, with file and line."""
    return load_rights(ROOT)


def clarifications(actor: Actor, matter: Matter) -> tuple[Clarification, ...]:
    """What waits to be recorded first, then in the order of their hours; empty for who may not read them, and once
    nothing was proven."""
    if matter.is_cleared or not may(actor, "clarification.read"):
        return ()
    rows = visible(actor, Clarification).filter(matter=matter).order_by("held_at", "id")
    return tuple(sorted(rows, key=lambda row: bool(row.attendance)))


def clarification(actor: Actor, key: UUID) -> Clarification:
    """Errors: ``Forbidden``, ``NotFound`` (also for one of another office or region, and once nothing was proven),
    ``StepAside``."""
    require(actor, "clarification.read")
    rows = visible(actor, Clarification).select_related(
        *("matter__organisation", "matter__region", "matter__report", "organisation", "follows")
    )
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Klarifikasi ini tidak ada, atau bukan untuk Anda."))
    require_no_conflict(actor, row.matter)
    if row.matter.is_cleared:
        raise NotFound(gettext_noop("Perkara ini tidak terbukti; apa yang dikatakan dalam klarifikasi tersegel."))
    return row


def clarification_view(actor: Actor, key: UUID) -> ClarificationView:
    """Errors: those of ``clarification``."""
    row = clarification(actor, key)
    matter, invited = row.matter, invited_of(row)
    names = User.objects.filter(pk__in=row.examiners).order_by("name", "id").values_list("name", flat=True)
    later = Clarification.objects.filter(follows=row).first()
    again = row.attendance == Attendance.ABSENT and later is None
    return ClarificationView(
        row=row,
        matter=matter,
        invited=invited,
        reported=_person(matter, invited),
        venue=venue_of(row),
        zone=office_zone(matter).abbreviation,
        alleged=_alleged(matter),
        rights=rights().of(Whom(row.whom)),
        later=later,
        minutes=minutes_of(row),
        examiners=tuple(names),
        may_record=not row.attendance and _can(actor, matter, "record_clarification", RECORD_CLARIFICATION),
        may_invite_again=again and _can(actor, matter, "summon", SUMMON),
    )


def _person(matter: Matter, invited: Invited) -> Mapping[str, Any] | None:
    people = reported_people(matter) if invited.whom is Whom.REPORTED else ()
    return people[invited.person] if invited.person < len(people) else None


def beyond_study(matter: Matter, held_on: date) -> date | None:
    """The day on which the study is due, when a clarification would come after it."""
    running = Clock.objects.filter(matter=matter, done_at=None, rule__contains=".study").order_by("-due_on").first()
    return running.due_on if running is not None and held_on > running.due_on else None


def _alleged(matter: Matter) -> Mapping[Fact, str]:
    """Never the reporter's own words, and nothing of who reported."""
    facts = facts_of(matter, letters().get("summons"))
    return {fact: facts[fact] for fact in (Fact.ACTS, Fact.HAPPENED_ON, Fact.REGION)}


def _can(actor: Actor, matter: Matter, verb: str, names: tuple[str, ...]) -> bool:
    return may(actor, f"matter.{verb}", matter) and can_walk(matter, names, State.CLARIFICATION) is not None
