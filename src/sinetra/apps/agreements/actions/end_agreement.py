"""An agreement ends before its last day, or because its time is over."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.models import Agreement
from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today


def end_agreement(*, agreement: Agreement, reason: str, actor: Actor) -> Agreement:
    """Obligations stay as they are; no request can lean on it any more. Errors: ``Forbidden``; ``BadInput`` on
    ``reason``; ``Conflict`` for one that was never recorded here, or ended before."""
    require(actor, "agreement.end", agreement)
    said = plain_text(reason, "reason", (5, 500))
    if agreement.state != AgreementState.IN_FORCE:
        raise Conflict(gettext_noop("Kesepakatan ini tidak sedang berlaku."))
    with unit_of_work(actor) as work:
        day = today(agreement.region_id)
        work.change(agreement, state=AgreementState.ENDED, ended_on=day, end_reason=said)
        work.record("agreement.end", agreement)
    return agreement
