"""The scan of a signed sheet is kept beside the entries that were typed from it."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import ActivitySession, AttendanceSheet
from sinetra.apps.prevention.uploads import SIGNED_SHEET, harmless


def add_attendance_sheet(
    *, session: ActivitySession, content: bytes, actor: Actor, at: datetime | None = None
) -> AttendanceSheet:
    """The same file again is the same row. Errors: ``Forbidden``; ``BadInput`` on ``scan``."""
    require(actor, "attendance.take", session)
    kept = harmless(content, SIGNED_SHEET)
    # Every seal differs, so the same file is known by what it holds.
    for row in AttendanceSheet.objects.filter(session=session, octets=len(kept.content)):
        if kept_files.opened(row.scan, kept_files.ATTENDANCE) == kept.content:
            return row
    with kept_files.kept_sealed(kept.content, kept_files.ATTENDANCE) as name, unit_of_work(actor, at=at) as work:
        sheet = work.create(
            AttendanceSheet(
                organisation_id=session.organisation_id,
                session=session,
                scan=name,
                media_type=kept.media_type,
                octets=len(kept.content),
            )
        )
        work.record("attendance.sheet", sheet, data={"sha256": name})
    return sheet
