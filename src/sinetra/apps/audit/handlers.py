"""Work of the audit chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.checkpoints import make_checkpoint
from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.tasks import periodic

_CHUNK = 500


@retention("audit.access")
def forget_accesses(now: datetime, *, dry_run: bool) -> int:
    """Some hundred at a time: there is an entry for nearly every page."""
    old = AccessEntry.objects.filter(last_at__lt=cut_off("audit.access", now))
    if dry_run:
        return old.count()
    removed = 0
    while keys := list(old.values_list("pk", flat=True)[:_CHUNK]):
        with write_gate(), transaction.atomic():
            removed += AccessEntry.objects.filter(pk__in=keys).delete()[0]
    return removed


@periodic("audit.checkpoint", every=timedelta(hours=1))
def checkpoint(payload: Mapping[str, Any]) -> None:
    del payload
    make_checkpoint()
