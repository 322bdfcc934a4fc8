"""Somebody is invited to clarify; the first invitation brings the matter into its clarification."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.clarification.checks import checked_invited, checked_session
from sinetra.apps.cases.clarification.said import Invited, Session, invited_of, sealed_told
from sinetra.apps.cases.clarification.zone import office_day
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Clarification, Matter
from sinetra.apps.cases.moves import SUMMON, walk
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Attendance, State
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7


def summon(
    *,
    matter: Matter,
    session: Session,
    invited: Invited | None = None,
    follows: Clarification | None = None,
    actor: Actor,
    at: datetime | None = None,
) -> Clarification:
    """Either ``invited``, or ``follows``: the invitation to which nobody came, whose person is invited again.

    No clock starts or ends. Errors: ``Forbidden``; ``BadInput`` naming the field; ``Conflict`` by state, for an
    invitation that has its second already or that somebody followed, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.summon", matter)
    steps = walk(matter, SUMMON, goal=State.CLARIFICATION)
    require_roles(actor, "matter.summon", steps)
    require_no_conflict(actor, matter)
    if follows is not None:
        _require_missed(follows, matter)
        invited = invited_of(follows)
    assert invited is not None  # noqa: S101 - the caller says one of both
    at, on = moment(at, matter.region_id)
    invited = checked_invited(invited, len(reported_of(matter)))
    held_on = office_day(matter, session.held_at)
    session = checked_session(session, held_on, since=matter.registered_on or on, today=on)
    key, first = uuid7(), not Clarification.objects.filter(matter=matter).exists()
    row = Clarification(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        whom=invited.whom,
        call=1 if follows is None else follows.call + 1,
        follows=follows,
        held_at=session.held_at,
        held_on=held_on,
        told_sealed=sealed_told(key, invited, session.venue),
        invited_on=session.invited_on,
        invited_by=session.invited_by,
    )
    told: dict[str, Any] = {"whom": row.whom, "call": row.call}
    with unit_of_work(actor) as work:
        work.change(matter, state=State.CLARIFICATION)
        work.record("matter.summon", matter, data={"clarification": str(key), **told})
        work.create(row)
        work.record("clarification.summon", row, data={"held_on": held_on, **told})
        if first:
            add_step(work, StepCode.STATEMENTS_ASKED, matter=matter, at=at, on=on)
        add_step(work, StepCode.SUMMONED, matter=matter, at=at, on=on, held_on=held_on.isoformat(), **told)
    return row


def _require_missed(follows: Clarification, matter: Matter) -> None:
    missed = follows.matter_id == matter.pk and follows.attendance == Attendance.ABSENT
    if not missed or Clarification.objects.filter(follows=follows).exists():
        message = gettext_noop("Undangan lagi hanya untuk yang tidak datang, dan belum diundang lagi.")
        raise Conflict(message, code="not_missed")
