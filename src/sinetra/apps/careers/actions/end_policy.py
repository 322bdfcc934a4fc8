"""A policy ends without one that takes its place, for a reason."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import said
from sinetra.apps.careers.models import CareerPolicy
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def end_policy(*, policy: CareerPolicy, until_on: date, reason: str, actor: Actor) -> CareerPolicy:
    """``until_on``: the last day in force. Errors: ``Forbidden``; ``BadInput``; ``Conflict`` when it has an end."""
    require(actor, "career_policy.publish", policy)
    words = said(reason, "reason")[:300]
    if policy.until_on is not None:
        raise Conflict(gettext_noop("Kebijakan ini sudah punya hari terakhir."), code="ended")
    if until_on < policy.from_on:
        raise BadInput(gettext_noop("Hari terakhir tidak boleh sebelum hari pertama."), field="until_on")
    with unit_of_work(actor) as work:
        work.change(policy, until_on=until_on, end_reason=words)
        work.record("career_policy.end", policy)
    return policy
