"""A session ends: nobody checks in any more, and what must not outlive it is deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.models import ActivitySession
from sinetra.core.errors import Conflict, gettext_noop

#: Called in the unit of work that closes, in this order. What one refuses keeps the session open.
ON_CLOSE: tuple[Callable[[Work, ActivitySession], None], ...] = ()


def close_session(*, session: ActivitySession, actor: Actor, at: datetime | None = None) -> ActivitySession:
    """Lists, papers and offline files can still be entered. Errors: ``Forbidden``; ``Conflict`` unless it is open."""
    require(actor, "session.close", session)
    if session.state != ActivitySession.State.OPEN:
        raise Conflict(gettext_noop("Hanya sesi yang sedang dibuka yang dapat ditutup."), code="not_open")
    with unit_of_work(actor, at=at) as work:
        work.change(session, state=ActivitySession.State.CLOSED, closed_at=work.at)
        work.record("session.close", session)
        for step in ON_CLOSE:
            step(work, session)
    return session
