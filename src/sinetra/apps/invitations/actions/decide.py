"""The invited person decides: nobody else, and also while an advice is still missing."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.catalogue import rulebook_digest
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.actions.record import quiet_from
from sinetra.apps.invitations.intake import REASON
from sinetra.apps.invitations.models import Invitation
from sinetra.apps.invitations.told import Decision
from sinetra.apps.invitations.vocabulary import TRACE_ANSWERED, Choice, State
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, gettext_noop


def decide(
    *, invitation: Invitation, choice: Choice, reason: str, actor: Actor = PUBLIC, at: datetime | None = None
) -> Invitation:
    """Errors: ``Forbidden``; ``Conflict`` when it was decided before; ``BadInput`` naming ``reason``."""
    require(actor, "invitation.decide", invitation)
    if invitation.state != State.OPEN:
        raise Conflict(gettext_noop("Anda sudah memutuskan tentang undangan ini."), code="decided")
    decision = Decision(choice=choice, reason=plain_text(reason, "reason", REASON), rulebook=rulebook_digest())
    sealed = seal_value(decision.plain(), invitation.pk, "decision")
    region = invitation.organisation.region_id
    at, on = moment(at, region)
    with unit_of_work(actor) as work:
        work.change(
            invitation,
            state=State.DECIDED,
            decision_sealed=sealed,
            decided_on=on,
            decided_at=at,
            quiet_from=quiet_from(at, invitation.event_on, region),
        )
        work.record(TRACE_ANSWERED, invitation)
    return invitation
