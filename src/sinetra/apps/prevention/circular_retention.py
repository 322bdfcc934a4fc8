"""Who stated that a circular has reached them goes by itself; what units stated stays beside the circular."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import CircularReceipt

_CHUNK = 500


@retention("prevention.circular_receipts")
def forget_receipts(now: datetime, *, dry_run: bool) -> int:
    """In real time, as the other names of prevention."""
    old = CircularReceipt.objects.filter(is_unit=False, created_at__lt=cut_off("prevention.circular_receipts", now))
    if dry_run:
        return old.count()
    removed = 0
    while rows := list(old.order_by("id")[:_CHUNK]):
        with unit_of_work(SYSTEM) as work:
            for row in rows:
                work.remove(row)
                work.record("circular.erase_receipt", row)
        removed += len(rows)
    return removed
