"""The names of a session leave the installation in a file: the trace says who took them, and how many."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.selectors.attendance import attendances


def export_attendance(*, session: ActivitySession, actor: Actor, at: datetime | None = None) -> list[Attendance]:
    """By unit and name. Errors: ``Forbidden``."""
    require(actor, "attendance.export", session)
    rows = list(attendances(actor, session=session).order_by("unit_text", "name", "id"))
    with unit_of_work(actor, at=at) as work:
        work.record("attendance.export", session, data={"rows": len(rows)})
    for row in rows:
        row.session = session  # its organisation is read already
    return rows
