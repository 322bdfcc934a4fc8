"""Work of the outbox itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.reseal import TASK, reseal_all
from sinetra.apps.base.tasks import handler, periodic

KEPT = timedelta(days=30)


@periodic("outbox.forget", every=timedelta(days=1))
def forget_done_tasks(payload: Mapping[str, Any]) -> None:
    """Done tasks go after thirty days; dead ones stay until somebody has looked at them."""
    del payload
    OutboxTask.objects.filter(state=OutboxTask.State.DONE, finished_at__lt=timezone.now() - KEPT).delete()


@handler(TASK)
def reseal(payload: Mapping[str, Any]) -> None:
    """After a rotation of keys."""
    del payload
    reseal_all()
