"""The scan of a signed sheet is kept beside the entries that were typed from it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import ActivitySession, AttendanceSheet
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.blobs import blob_store
from sinetra.ports.scanner import HEAD, scanner

ACCEPTED = ("image/jpeg", "image/png", "image/webp", "application/pdf")
MOST_OCTETS = 15 * 1024 * 1024


def add_attendance_sheet(
    *, session: ActivitySession, content: bytes, actor: Actor, at: datetime | None = None
) -> AttendanceSheet:
    """The same file again is the same row. Errors: ``Forbidden``; ``BadInput`` on ``scan``."""
    require(actor, "attendance.take", session)
    media_type = scanner().scan(content[:HEAD]).media_type
    if media_type not in ACCEPTED or len(content) > MOST_OCTETS:
        raise BadInput(
            gettext_noop("Pindaian harus foto atau PDF, paling besar 15 MB."), field="scan", accepted=ACCEPTED
        )
    name = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).put(content)
    known = AttendanceSheet.objects.filter(session=session, scan=name).first()
    if known is not None:
        return known
    with unit_of_work(actor, at=at) as work:
        sheet = work.create(
            AttendanceSheet(
                organisation_id=session.organisation_id,
                session=session,
                scan=name,
                media_type=media_type,
                octets=len(content),
            )
        )
        work.record("attendance.sheet", sheet, data={"sha256": name})
    return sheet
