"""A session that nobody closed: its tests must not keep the score of a person for ever."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.prevention.actions.close_session import close_session
from sinetra.apps.prevention.models import ActivitySession, TestSheet


@retention("prevention.test_sheets")
def close_forgotten_sessions(now: datetime, *, dry_run: bool) -> int:
    """As if its organiser had closed it: figures of all together stay, every sheet goes. How many sheets.

    The time is real and since the first sheet: longer than a session of several days, or a week online.
    """
    old = TestSheet.objects.filter(
        created_at__lt=cut_off("prevention.test_sheets", now), session__state=ActivitySession.State.OPEN
    )
    sessions = ActivitySession.objects.filter(pk__in=old.values("session")).select_related("activity")
    sheets = TestSheet.objects.filter(session__in=sessions).count()
    if dry_run:
        return sheets
    for session in list(sessions.order_by("pk")):
        close_session(session=session, actor=SYSTEM)
    return sheets
