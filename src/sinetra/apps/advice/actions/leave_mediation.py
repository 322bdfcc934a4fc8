"""One of the two stops, at any time and without a reason. The other one is not told who it was."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import ENDED, TRACE_ASKED, MediationState, Side
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.ports import clock


def leave_mediation(
    *, mediation: Mediation, side: Side, actor: Actor = PUBLIC, at: datetime | None = None
) -> Mediation:
    """Before the colleague has said yes, that is declining; else withdrawing. What has ended stays as it is.

    Errors: ``Conflict`` when somebody was faster; ``Forbidden``.
    """
    require(actor, "mediation.take_part", mediation)
    if mediation.state in ENDED:
        return mediation
    declined = side is Side.INVITED and mediation.invited_agreed_on is None
    at = at or clock.now()
    with unit_of_work(actor) as work:
        work.change(
            mediation,
            state=MediationState.DECLINED if declined else MediationState.WITHDRAWN,
            moved_at=at,
            ended_on=clock.today(),
            ended_at=at,
        )
        work.record(TRACE_ASKED, mediation)
    return mediation
