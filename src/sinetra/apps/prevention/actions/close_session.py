"""A session ends: nobody checks in any more, and what must not outlive it is deleted."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.close_tests import close_tests
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import ActivitySession
from sinetra.core.errors import Conflict, gettext_noop


def close_session(*, session: ActivitySession, actor: Actor, at: datetime | None = None) -> ActivitySession:
    """Lists, papers and offline files can still be entered. Errors: ``Forbidden``; ``Conflict`` unless it is open."""
    require(actor, "session.close", session)
    if session.state != ActivitySession.State.OPEN:
        raise Conflict(gettext_noop("Hanya sesi yang sedang dibuka yang dapat ditutup."), code="not_open")
    with unit_of_work(actor, at=at) as work:
        work.change(session, state=ActivitySession.State.CLOSED, closed_at=work.at)
        work.record("session.close", session)
        close_tests(work, session)
        ask_coverage(work, session.organisation_id, activity_id=session.activity_id)
    return session
