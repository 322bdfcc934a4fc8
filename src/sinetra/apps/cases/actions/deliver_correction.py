"""Brings a correction, or the answer to one, to its receiver: at once when it lives here, else it waits for export."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sinetra.apps.cases.actions.receive_package import receive_package
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.partners import addressed_here
from sinetra.apps.cases.received import Received
from sinetra.core.packages import Party


def deliver_correction(correction_id: UUID, part: str, *, at: datetime | None = None) -> Received | None:
    """Run by the outbox worker; may run again. ``part`` is ``package`` or ``reply``. None when the receiver lives
    elsewhere, or there is no such part. Errors: those of ``receive_package``."""
    row = Correction.objects.get(pk=correction_id)
    sealed = row.package_sealed if part == "package" else row.reply_sealed
    if sealed is None or not addressed_here(Party(kind=row.body_kind, name=row.body_name)):
        return None
    return receive_package(unsealed(sealed, row.pk, part), at=at)
