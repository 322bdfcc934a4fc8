"""Work of the outbox itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.utils import timezone

from sinetra.apps.base import letters_out  # noqa: F401 - registers the sending of letters
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.reseal import TASK, reseal_all
from sinetra.apps.base.retention import cut_off, retention, run_retention
from sinetra.apps.base.tasks import handler, periodic


@retention("outbox.done")
def forget_done_tasks(now: datetime, *, dry_run: bool) -> int:
    """Done tasks go after thirty days; dead ones stay until somebody has looked at them."""
    old = OutboxTask.objects.filter(state=OutboxTask.State.DONE, finished_at__lt=cut_off("outbox.done", now))
    return old.count() if dry_run else old.delete()[0]


@retention("sessions.expired")
def forget_sessions(now: datetime, *, dry_run: bool) -> int:
    old = Session.objects.filter(expire_date__lt=cut_off("sessions.expired", now))
    return old.count() if dry_run else old.delete()[0]


@periodic("retention.run", every=timedelta(days=1))
def retain(payload: Mapping[str, Any]) -> None:
    del payload
    run_retention(timezone.now(), dry_run=False)


@handler(TASK)
def reseal(payload: Mapping[str, Any]) -> None:
    """After a rotation of keys."""
    del payload
    reseal_all()
