"""The owner closes a disclosure before its time."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.about_self import require_not_about
from sinetra.apps.agreements.errors import DisclosureClosed
from sinetra.apps.agreements.models import Disclosure
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work


def end_disclosure(*, disclosure: Disclosure, reason: str, actor: Actor) -> Disclosure:
    """Errors: ``Forbidden``, also for who is asked about; ``BadInput`` on ``reason``; ``DisclosureClosed`` for one that
    was ended before."""
    require(actor, "disclosure.end", disclosure)
    require_not_about(actor, disclosure.request)
    said = plain_text(reason, "reason", (5, 300))
    if disclosure.ended_at is not None:
        raise DisclosureClosed
    with unit_of_work(actor) as work:
        work.change(disclosure, ended_at=work.at, end_reason=said)
        work.record("disclosure.end", disclosure, reason=said)
    return disclosure
