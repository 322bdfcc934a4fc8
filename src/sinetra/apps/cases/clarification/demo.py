"""A finding in its clarification, invented: one person heard on minutes, one who did not come and is invited again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.record_clarification import record_clarification
from sinetra.apps.cases.actions.record_information import record_information
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.report_tracing import report_tracing
from sinetra.apps.cases.actions.set_finding import set_finding
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.summon import summon
from sinetra.apps.cases.clarification.said import Exchange, Heard, Invited, NotHeard, Session
from sinetra.apps.cases.letters.of_clarification import INVITATION, MINUTES, draft_for
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.apps.cases.vocabulary import Attendance, Whom
from sinetra.apps.reports.intake import read_report
from sinetra.core import yamlfile
from sinetra.core.errors import Forbidden, gettext_noop

_STAFF, _PLENARY = "staf.bawaslu", "pleno"


def load_clarification(path: Path) -> Matter | None:
    """After ``letters.demo.load_letters``; None when it is there. Errors: ``Forbidden`` outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        raise Forbidden(gettext_noop("Data contoh hanya ada pada profil demo"), code="demo_only")
    if Clarification.objects.exists():
        return None
    given = yamlfile.plain(yamlfile.read(path)["clarification"])
    matter = _finding(given)
    _hear(matter, given)
    _miss(matter, given)
    return matter


def _finding(given: Mapping[str, Any]) -> Matter:
    at = _at(given["recorded_at"])
    staff = User.objects.select_related("organisation").get(username=_STAFF)
    seen = given["seen"] | {
        "channel": "initial_information",
        "known_on": given["seen"]["happened_on"],
        "reporter": None,
        "idempotency_key": "cendana-klarifikasi-contoh",
    }
    matter = record_information(
        organisation=staff.organisation, seen=read_report(seen), actor=_actor(_STAFF, at), at=at
    )
    start_study(matter=matter, actor=_actor(_STAFF, at), at=at)
    at = _at(given["traced_at"])
    report_tracing(matter=matter, text=given["traced"], found_on=at.date(), actor=_actor(_STAFF, at), at=at)
    at = _at(given["set_at"])
    set_finding(matter=matter, actor=_actor(_PLENARY, at), at=at)
    at = _at(given["registered_at"])
    return register(matter=matter, actor=_actor(_STAFF, at), at=at)


def _hear(matter: Matter, given: Mapping[str, Any]) -> None:
    told = given["reported"]
    row = _summon(matter, Invited(whom=Whom.REPORTED), told["held_at"], given["venue"], told["invited_at"], told["by"])
    _letter(row, INVITATION, _at(told["invited_at"]))
    held = _at(told["held_at"])
    ended = time.fromisoformat(told["ended"])
    heard = Heard(
        on=held.date(),
        started=held.time(),
        ended=ended,
        examiners=tuple(User.objects.filter(username__in=(_STAFF, _PLENARY)).values_list("pk", flat=True)),
        oath=told["oath"],
        companion=told["companion"],
        companion_capacity=told["capacity"],
        exchanges=tuple(Exchange(**pair) for pair in given["exchanges"]),
    )
    after = datetime.combine(held.date(), ended, held.tzinfo)
    record_clarification(clarification=row, outcome=heard, actor=_actor(_STAFF, after), at=after)
    _letter(row, MINUTES, after)


def _miss(matter: Matter, given: Mapping[str, Any]) -> None:
    told = given["witness"]
    witness = Invited(whom=Whom.WITNESS, name=told["name"], position=told["position"])
    row = _summon(matter, witness, told["held_at"], given["venue"], told["invited_at"], told["by"])
    at = _at(told["missed_at"])
    missed = NotHeard(attendance=Attendance.ABSENT, reason=told["reason"])
    record_clarification(clarification=row, outcome=missed, actor=_actor(_STAFF, at), at=at)
    at = _at(told["again_at"])
    again = _session(told["again_held_at"], given["venue"], told["again_at"], told["by"])
    summon(matter=matter, follows=row, session=again, actor=_actor(_STAFF, at), at=at)


def _summon(matter: Matter, who: Invited, held_at: str, venue: str, invited_at: str, by: str) -> Clarification:
    at = _at(invited_at)
    session = _session(held_at, venue, invited_at, by)
    return summon(matter=matter, invited=who, session=session, actor=_actor(_STAFF, at), at=at)


def _session(held_at: str, venue: str, invited_at: str, by: str) -> Session:
    return Session(held_at=_at(held_at), venue=venue, invited_on=_at(invited_at).date(), invited_by=by)


def _letter(row: Clarification, form: str, at: datetime) -> None:
    draft = draft_for(row, form)
    actor = _actor(_PLENARY, at)
    issue_document(matter=row.matter, form=form, actor=actor, entries=draft.entries, person=draft.person, at=at)


def _actor(username: str, at: datetime) -> Actor:
    return actor_of(User.objects.get(username=username), at.date())


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written)
