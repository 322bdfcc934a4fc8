"""A session ends: nobody checks in any more, and what must not outlive it is deleted."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.actions.close_tests import close_tests
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.core.errors import Conflict, gettext_noop


def close_session(*, session: ActivitySession, actor: Actor, at: datetime | None = None) -> ActivitySession:
    """Lists, papers and offline files can still be entered. Errors: ``Forbidden``; ``Conflict`` unless it is open."""
    require(actor, "session.close", session)
    if session.state != ActivitySession.State.OPEN:
        raise Conflict(gettext_noop("Hanya sesi yang sedang dibuka yang dapat ditutup."), code="not_open")
    with unit_of_work(actor, at=at) as work:
        work.change(session, state=ActivitySession.State.CLOSED, closed_at=work.at)
        work.record("session.close", session)
        _hold(work, session)
        close_tests(work, session)
        ask_coverage(work, session.organisation_id, activity_id=session.activity_id)
    return session


def _hold(work: Work, session: ActivitySession) -> None:
    """With its last session over, a planned activity has been held: nobody has to say so once more."""
    activity = Activity.objects.get(pk=session.activity_id)
    if activity.state != Activity.State.PLANNED:
        return
    if not activity.sessions.exclude(state=ActivitySession.State.CLOSED).exists():
        work.change(activity, state=Activity.State.HELD)
        work.record("activity.hold", activity)
