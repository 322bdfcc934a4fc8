"""Entries that no checkpoint covers although one should have been made long since: the hourly work stands still."""

from __future__ import annotations

from datetime import datetime, timedelta

from sinetra.apps.audit.checkpoints import from_row
from sinetra.apps.audit.models import AuditEntry, AuditHead, Checkpoint

PATIENCE = timedelta(hours=2)


def uncovered_since(at: datetime) -> datetime | None:
    """Instant of the oldest entry after the last checkpoint, when that is more than two hours before ``at``.

    A quiet night makes no checkpoint and needs none: only what was written since counts.
    """
    last = Checkpoint.objects.order_by("-number").first()
    if last is not None and last.at >= at - PATIENCE:
        return None
    covered = {head.organisation: head.seq for head in from_row(last).heads} if last else {}
    oldest = None
    for head in AuditHead.objects.all():
        seq = covered.get(str(head.organisation_id), 0)
        if head.seq > seq:
            entries = AuditEntry.objects.filter(organisation_id=head.organisation_id, seq__gt=seq).order_by("seq")
            first = entries.values_list("at", flat=True).first()
            oldest = min(filter(None, (oldest, first)), default=None)
    return oldest if oldest is not None and oldest < at - PATIENCE else None
