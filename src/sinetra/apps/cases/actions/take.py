"""Somebody takes a matter that nobody is responsible for."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import Conflict, gettext_noop


def take(*, matter: Matter, actor: Actor, at: datetime | None = None) -> Matter:
    """Errors: ``Forbidden``; ``Conflict`` for a matter that is closed or has somebody, by a lost race, or by a conflict
    of interest."""
    require(actor, "matter.take", matter)
    if not can_be_taken(matter):
        raise Conflict(gettext_noop("Perkara ini sudah ada penanggung jawabnya, atau sudah ditutup."), code="taken")
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, handler_id=actor.user_id)
        work.record("matter.take", matter, data={"handler": str(actor.user_id)})
        add_step(work, StepCode.HANDLER_CHANGED, matter=matter, at=at, on=on)
    return matter


def can_be_taken(matter: Matter) -> bool:
    return matter.handler_id is None and matter.state != State.CLOSED
