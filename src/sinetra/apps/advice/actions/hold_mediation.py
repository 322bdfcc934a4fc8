"""The two have met with the mediator. What was said is written down nowhere."""

from __future__ import annotations

from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import TRACE_ANSWERED, MediationState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def hold_mediation(*, mediation: Mediation, actor: Actor) -> Mediation:
    """Errors: ``Forbidden``; ``Conflict`` unless both have agreed."""
    require(actor, "mediation.hold", mediation)
    if mediation.state != MediationState.AGREED:
        raise Conflict(gettext_noop("Pertemuan hanya dapat berlangsung bila keduanya setuju."), code="not_agreed")
    with unit_of_work(actor) as work:
        work.change(mediation, state=MediationState.HELD, moved_at=clock.now())
        work.record(TRACE_ANSWERED, mediation)
    return mediation
