"""What the outbox does for evidence; sealed columns are sealed anew after a key rotation, files never."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.retention import retention
from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.evidence.actions.drop_upload import sweep_uploads
from sinetra.apps.evidence.actions.scan_evidence import scan_evidence, scan_waiting
from sinetra.apps.evidence.models import CustodyEntry, Evidence, Upload
from sinetra.apps.evidence.pieces import SCAN
from sinetra.apps.reports.sealing import context_of


def _context(field: str) -> Callable[[Any], bytes]:
    return lambda row: context_of(row.pk, field)


for _model, _field in ((Evidence, "name"), (Evidence, "key"), (CustodyEntry, "note")):
    sealed_column(_model, f"{_field}_sealed", context=_context(_field))


@handler(SCAN)
def scan(payload: Mapping[str, Any]) -> None:
    scan_evidence(evidence_id=UUID(payload["evidence"]), at=timezone.now())


@periodic("evidence.scan_waiting", every=timedelta(hours=1))
def scan_what_waits(payload: Mapping[str, Any]) -> None:
    del payload
    scan_waiting(at=timezone.now())


@retention("evidence.uploads")
def forget_uploads(now: datetime, *, dry_run: bool) -> int:
    """Once more with the other rules; the sweep each hour is what keeps the 24 hours."""
    return Upload.objects.filter(expires_at__lte=now).count() if dry_run else sweep_uploads(now=now)


@periodic("evidence.sweep_uploads", every=timedelta(hours=1))
def sweep(payload: Mapping[str, Any]) -> None:
    del payload
    sweep_uploads(now=timezone.now())
