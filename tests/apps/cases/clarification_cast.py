"""What the tests of clarifications share: who is invited for when, and what was said."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from report_cast import Cast

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.cases.actions import record_clarification, summon
from sinetra.apps.cases.clarification.said import Exchange, Heard, Invited, NotHeard, Session
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.apps.cases.vocabulary import Attendance, InvitedBy, Whom

DAY, SENT = date(2024, 11, 22), date(2024, 11, 22)
QUESTION, ANSWER = "Di mana Saudara pada hari itu?", "Saya di kantor sampai sore."
WITNESS = "Kemuning Contohwati"


def session(**changes: Any) -> Session:
    told = {"held_at": datetime.fromisoformat("2024-11-22T09:00+07:00"), "venue": "Kantor Bawaslu Cendana"}
    return Session(**told | {"invited_on": SENT, "invited_by": InvitedBy.HAND} | changes)


def invited(whom: Whom = Whom.REPORTED, **more: Any) -> Invited:
    named = {"name": WITNESS, "position": "Warga"} if whom not in (Whom.REPORTED, Whom.REPORTER) else {}
    return Invited(whom=whom, **named | more)


def examiner(user_id: UUID | None) -> UUID:
    """With a role that holds on the day of the clarification."""
    user = User.objects.get(pk=user_id)
    if not RoleGrant.objects.filter(user=user).exists():
        days = {"starts_on": date(2024, 1, 1), "ends_on": date(2028, 12, 31)}
        grant_role(user=user, role=Role.BAWASLU_STAFF, actor=SYSTEM, **days)
    return user.pk


def heard(*examiners: UUID, **changes: Any) -> Heard:
    told: dict[str, Any] = {
        "on": DAY,
        "started": time(9),
        "ended": time(10, 30),
        "examiners": examiners,
        "oath": "promise",
        "exchanges": (Exchange(question=QUESTION, answer=ANSWER),),
    }
    return Heard(**told | changes)


def missed(**changes: Any) -> NotHeard:
    return NotHeard(**{"attendance": Attendance.ABSENT, "reason": "Sakit, menurut keluarganya."} | changes)


def asked(cast: Cast, matter: Matter, whom: Whom = Whom.REPORTED, *, actor: Actor | None = None) -> Clarification:
    return summon(matter=matter, invited=invited(whom), session=session(), actor=actor or cast.staff)


def recorded(cast: Cast, row: Clarification, **changes: Any) -> Clarification:
    key = examiner(cast.staff.user_id)
    return record_clarification(clarification=row, outcome=heard(key, **changes), actor=cast.staff)
