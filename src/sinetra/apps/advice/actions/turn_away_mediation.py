"""The team cannot mediate this one: it is no friction, or nobody is free. The asker reads why and where to go."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.mediation_intake import NOTE
from sinetra.apps.advice.mediation_talk import Message, with_message
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import TRACE_ANSWERED, MediationState, Side
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def turn_away_mediation(*, mediation: Mediation, text: str, actor: Actor) -> Mediation:
    """Errors: ``Forbidden``; ``BadInput`` naming ``text``; ``Conflict`` once it was held or has ended."""
    require(actor, "mediation.turn_away", mediation)
    if mediation.state not in (MediationState.NEW, MediationState.OFFERED, MediationState.AGREED):
        raise Conflict(gettext_noop("Mediasi ini sudah berlangsung atau sudah berakhir."), code="not_open")
    plain = plain_text(text, "text", NOTE, gettext_noop("Tulis pesannya, %(accepted)s huruf."))
    message = Message(side=Side.ASKER, by_mediator=True, on=clock.today(), text=plain)
    sealed, at = with_message(mediation, message), clock.now()
    with unit_of_work(actor) as work:
        work.change(
            mediation,
            state=MediationState.DECLINED,
            talk_sealed=sealed,
            moved_at=at,
            ended_on=clock.today(),
            ended_at=at,
        )
        work.record(TRACE_ANSWERED, mediation)
    return mediation
