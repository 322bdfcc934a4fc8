"""An entry that was wrong is taken away; the reason stays in the trace."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ProtectedError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.entitled import who
from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def remove_attendance(*, attendance: Attendance, reason: str, actor: Actor, at: datetime | None = None) -> None:
    """Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict`` (``in_use``) when a test hangs on it, or a valid
    certificate hangs on it alone.
    """
    require(actor, "attendance.correct", attendance)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    if _is_certified_by(attendance):
        raise Conflict(
            gettext_noop("Peserta ini sudah mendapat sertifikat. Cabut dahulu sertifikatnya."), code="in_use"
        )
    with unit_of_work(actor, at=at) as work:
        take_away(work, attendance)
        work.record("attendance.remove", attendance, reason=reason.strip())
        ask_coverage(work, attendance.organisation_id, activity_id=attendance.activity_id)


def _is_certified_by(attendance: Attendance) -> bool:
    """Nothing else says that they came: another session of the activity would."""
    paper = certificate_of(attendance)
    if paper is None or paper.revoked_at is not None:
        return False
    others = Attendance.objects.filter(activity_id=attendance.activity_id).exclude(pk=attendance.pk)
    if attendance.person_id is not None:
        return not others.filter(person_id=attendance.person_id).exists()
    same = others.filter(person=None, name_key=attendance.name_key).select_related("unit")
    return all(who(row) != who(attendance) for row in same)


def take_away(work: Work, attendance: Attendance) -> None:
    try:
        work.remove(attendance)
    except ProtectedError as error:
        raise Conflict(
            gettext_noop("Peserta ini sudah mengerjakan tes. Tunggu sampai tesnya ditutup: jawabannya lalu terhapus."),
            code="in_use",
        ) from error
