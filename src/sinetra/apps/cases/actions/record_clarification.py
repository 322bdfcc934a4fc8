"""What came of an invitation to clarify: the minutes of what was said, or why nobody was heard."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.clarification.checks import check_sending, checked_minutes, checked_reason
from sinetra.apps.cases.clarification.said import Heard, Minutes, NotHeard, sealed_minutes
from sinetra.apps.cases.clarification.zone import office_instant
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.apps.cases.moves import RECORD_CLARIFICATION, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.successors import clarification_team
from sinetra.apps.cases.vocabulary import Attendance, State
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def record_clarification(
    *, clarification: Clarification, outcome: Heard | NotHeard, actor: Actor, at: datetime | None = None
) -> Clarification:
    """Once; what has to be added is asked in another clarification.

    Errors: ``Forbidden``; ``BadInput`` naming the field; ``Conflict`` for one that was recorded, by the matter's
    state, by a lost race, or by a conflict of interest.
    """
    matter = clarification.matter
    require(actor, "matter.record_clarification", matter)
    steps = walk(matter, RECORD_CLARIFICATION, goal=State.CLARIFICATION)
    require_roles(actor, "matter.record_clarification", steps)
    require_no_conflict(actor, matter)
    if clarification.attendance:
        raise Conflict(gettext_noop("Klarifikasi ini sudah dicatat."), code="recorded")
    at, on = moment(at, matter.region_id)
    since = matter.registered_on or on
    if isinstance(outcome, Heard):
        team = [user.pk for user in clarification_team(matter, outcome.on)]
        minutes = checked_minutes(outcome, since=since, until=on, team=team)
        values = _heard(matter, outcome)
    else:
        minutes, values = Minutes(reason=checked_reason(outcome.reason)), _not_heard(clarification, outcome)
        until = min(on, clarification.held_on)
        check_sending(values["invited_on"], values["invited_by"], since=since, until=until)
        _require_invited(clarification, values, on)
    sealed = sealed_minutes(clarification.pk, minutes)
    with unit_of_work(actor) as work:
        work.change(clarification, heard_sealed=sealed, recorded_at=at, **values)
        told: dict[str, Any] = {"whom": clarification.whom, "attendance": clarification.attendance}
        work.record("clarification.record", clarification, data=told)
        work.change(matter, state=State.CLARIFICATION)
        work.record("matter.record_clarification", matter, data={"clarification": str(clarification.pk), **told})
        add_step(work, StepCode.CLARIFIED, matter=matter, at=at, on=on, **told)
    return clarification


def is_awaited(matter: Matter) -> bool:
    """Somebody is invited whose clarification was not recorded yet."""
    return Clarification.objects.filter(matter=matter, attendance="").exists()


def _heard(matter: Matter, heard: Heard) -> dict[str, Any]:
    return {
        "attendance": Attendance.CAME,
        "started_at": office_instant(matter, heard.on, heard.started),
        "ended_at": office_instant(matter, heard.on, heard.ended),
        "examiners": [str(key) for key in heard.examiners],
    }


def _not_heard(row: Clarification, outcome: NotHeard) -> dict[str, Any]:
    told = row.invited_on if outcome.invited_on is None else outcome.invited_on
    return {
        "attendance": outcome.attendance,
        "invited_on": told,
        "invited_by": outcome.invited_by or row.invited_by,
    }


def _require_invited(row: Clarification, values: dict[str, Any], today: date) -> None:
    """Nobody is absent who was never invited, or whose day has not come."""
    if values["attendance"] == Attendance.CALLED_OFF:
        return
    if values["attendance"] != Attendance.ABSENT:
        raise BadInput(
            gettext_noop("Pilih salah satu dari daftar."),
            field="attendance",
            accepted=(Attendance.ABSENT, Attendance.CALLED_OFF),
        )
    if values["invited_on"] is None:
        message = gettext_noop("Yang belum menerima undangan tidak dapat dinyatakan tidak datang.")
        raise BadInput(message, field="invited_on")
    if row.held_on > today:
        message = gettext_noop("Harinya belum tiba: %(accepted)s.")
        raise BadInput(message, field="attendance", accepted=(row.held_on.isoformat(),))
