"""An opinion leaves the library: somebody says why, or the law that it cites has changed."""

from __future__ import annotations

from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.law import law_change
from sinetra.apps.advice.models import Opinion
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today

LENGTHS = (1, 500)


def withdraw_opinion(*, opinion: Opinion, reason: str, actor: Actor) -> Opinion:
    """Its address stays, with the reason. Errors: ``Forbidden``; ``BadInput`` naming ``reason``; ``Conflict``."""
    require(actor, "opinion.withdraw", opinion)
    if opinion.state != OpinionState.PUBLISHED:
        raise Conflict(gettext_noop("Hanya pendapat yang terbit yang dapat ditarik."), code="not_published")
    return _withdraw(opinion, actor, today(), plain_text(reason, "reason", LENGTHS))


def withdraw_outdated(day: date) -> int:
    """Every published opinion whose law is another one on ``day``; how many there were."""
    found = 0
    for row in Opinion.objects.filter(state=OpinionState.PUBLISHED).order_by("pk"):
        if law_change(row.norms, row.law_date, day) is not None:
            _withdraw(row, SYSTEM, day, "")
            found += 1
    return found


def _withdraw(opinion: Opinion, actor: Actor, day: date, reason: str) -> Opinion:
    with unit_of_work(actor) as work:
        work.change(
            opinion,
            state=OpinionState.WITHDRAWN,
            withdrawn_on=day,
            withdrawn_by_id=actor.user_id,
            reason=reason,
        )
        work.record("opinion.withdraw", opinion, data={"law_changed": not reason})
    return opinion
