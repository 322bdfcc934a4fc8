"""Somebody else takes over a matter, for example because the handler has to step aside."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import must_step_aside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def assign(*, matter: Matter, handler: User, actor: Actor, reason: str = "", at: datetime | None = None) -> Matter:
    """Errors: ``Forbidden``; ``BadInput`` naming ``handler`` for an account that may not read the matter today;
    ``Conflict`` for a closed matter or a handler who would have to step aside."""
    require(actor, "matter.assign", matter)
    if matter.state == State.CLOSED:
        raise Conflict(gettext_noop("Perkara ini sudah ditutup."), code="closed")
    at, on = moment(at, matter.region_id)
    other = actor_of(handler, on)
    if not may(other, "matter.read", matter):
        raise BadInput(gettext_noop("Akun ini tidak berwenang menangani perkara ini."), field="handler")
    if must_step_aside(handler, matter):
        raise Conflict(
            gettext_noop("Orang ini harus menyingkir dari perkara ini; pilih yang lain."), code="conflict_of_interest"
        )
    with unit_of_work(actor) as work:
        work.change(matter, handler_id=handler.pk)
        work.record("matter.assign", matter, data={"handler": str(handler.pk)}, reason=reason)
        add_step(work, StepCode.HANDLER_CHANGED, matter=matter, at=at, on=on)
    return matter
