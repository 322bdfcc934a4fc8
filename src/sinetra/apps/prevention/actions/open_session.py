"""A session begins: from now on participants can check in."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.core.errors import Conflict, gettext_noop


def open_session(*, session: ActivitySession, actor: Actor, at: datetime | None = None) -> ActivitySession:
    """Errors: ``Forbidden``; ``Conflict`` when it is open or closed already, or the activity was cancelled."""
    require(actor, "session.open", session)
    if session.state != ActivitySession.State.PLANNED:
        raise Conflict(gettext_noop("Sesi ini sudah dibuka atau sudah ditutup."), code="not_planned")
    if session.activity.state == Activity.State.CANCELLED:
        raise Conflict(gettext_noop("Kegiatan ini dibatalkan; sesinya tidak dapat dibuka."), code="cancelled")
    with unit_of_work(actor, at=at) as work:
        work.change(session, state=ActivitySession.State.OPEN)
        work.record("session.open", session)
    return session
