"""An entry that was wrong is taken away; the reason stays in the trace."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ProtectedError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.models import Attendance
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def remove_attendance(*, attendance: Attendance, reason: str, actor: Actor, at: datetime | None = None) -> None:
    """Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict`` when a test or certificate hangs on it."""
    require(actor, "attendance.correct", attendance)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    with unit_of_work(actor, at=at) as work:
        take_away(work, attendance)
        work.record("attendance.remove", attendance, reason=reason.strip())
        ask_coverage(work, attendance.organisation_id, activity_id=attendance.activity_id)


def take_away(work: Work, attendance: Attendance) -> None:
    try:
        work.remove(attendance)
    except ProtectedError as error:
        raise Conflict(
            gettext_noop("Pada kehadiran ini sudah ada tes atau sertifikat. Cabut itu dahulu."), code="in_use"
        ) from error
