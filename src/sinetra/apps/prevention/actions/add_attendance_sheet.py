"""The scan of a signed sheet is kept beside the entries that were typed from it: made harmless, and sealed."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import scans
from sinetra.apps.prevention.models import ActivitySession, AttendanceSheet


def add_attendance_sheet(
    *, session: ActivitySession, content: bytes, actor: Actor, at: datetime | None = None
) -> AttendanceSheet:
    """The same file again is the same row. Errors: ``Forbidden``; ``BadInput`` on ``scan``."""
    require(actor, "attendance.take", session)
    scan = scans.read_scan(content)
    known = _known(session, scan)
    if known is not None:
        return known
    name = scans.keep(scan)
    try:
        with unit_of_work(actor, at=at) as work:
            sheet = work.create(
                AttendanceSheet(
                    organisation_id=session.organisation_id,
                    session=session,
                    scan=name,
                    media_type=scan.media_type,
                    octets=len(scan.content),
                )
            )
            work.record("attendance.sheet", sheet, data={"sha256": name})
    except BaseException:
        scans.forget(name)
        raise
    return sheet


def _known(session: ActivitySession, scan: scans.Scan) -> AttendanceSheet | None:
    """A seal is never the same twice, so what is in it is compared."""
    rows = AttendanceSheet.objects.filter(session=session, octets=len(scan.content))
    return next((row for row in rows if scans.open_scan(row.scan).content == scan.content), None)
