"""A published circular is withdrawn without a successor; its address stays and says why."""

from __future__ import annotations

from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Circular
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today

LENGTHS = (1, 500)


def withdraw_circular(*, circular: Circular, reason: str, actor: Actor, day: date | None = None) -> Circular:
    """Errors: ``Forbidden``; ``BadInput`` naming ``reason``; ``Conflict`` for one that does not hold."""
    require(actor, "circular.withdraw", circular)
    if circular.state != Circular.State.PUBLISHED:
        raise Conflict(gettext_noop("Hanya edaran yang berlaku yang dapat dicabut."), code="not_published")
    said = plain_text(reason, "reason", LENGTHS)
    with unit_of_work(actor) as work:
        work.change(
            circular,
            state=Circular.State.WITHDRAWN,
            ended_on=day or today(circular.region_id),
            ended_by_id=actor.user_id,
            reason=said,
            law_changed_on=None,
            escalated_on=None,
        )
        work.record("circular.withdraw", circular)
    return circular
