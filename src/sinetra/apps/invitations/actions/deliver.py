"""Brings a package of a consult to its receiver: at once when it lives here, else it waits to be taken there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sinetra.apps.cases.partners import addressed_here
from sinetra.apps.invitations.actions.receive import receive
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.receiving import Received
from sinetra.apps.reports.sealing import open_value
from sinetra.core.packages import Party


def deliver(consultation_id: UUID, part: str, *, at: datetime | None = None) -> Received | None:
    """Run by the outbox worker; may run again. ``part`` is ``package`` or ``reply``. None when the receiver lives
    elsewhere, or the row was erased. Errors: those of ``receive``."""
    row = Consultation.objects.filter(pk=consultation_id).first()
    if row is None or not addressed_here(Party(kind=row.counterpart_kind, name=row.counterpart_name)):
        return None
    sealed = row.package_sealed if part == "package" else row.reply_sealed
    return receive(str(open_value(sealed, row.pk, part)).encode(), at=at) if sealed else None
