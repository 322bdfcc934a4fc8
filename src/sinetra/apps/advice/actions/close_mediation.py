"""A mediation that was held ends with the kind of its outcome, and nothing else."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import TRACE_ANSWERED, MediationOutcome, MediationState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def close_mediation(
    *, mediation: Mediation, outcome: MediationOutcome, actor: Actor, at: datetime | None = None
) -> Mediation:
    """The words of an agreement stay with the two. Errors: ``Forbidden``; ``Conflict`` unless it was held."""
    require(actor, "mediation.close", mediation)
    if mediation.state != MediationState.HELD:
        raise Conflict(gettext_noop("Hanya mediasi yang sudah berlangsung yang dapat ditutup."), code="not_held")
    at = at or clock.now()
    with unit_of_work(actor) as work:
        work.change(
            mediation, state=MediationState.CLOSED, outcome=outcome, moved_at=at, ended_on=clock.today(), ended_at=at
        )
        work.record(TRACE_ANSWERED, mediation)
    return mediation
