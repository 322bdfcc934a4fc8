"""Work of the outbox itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.tasks import periodic

KEPT = timedelta(days=30)


@periodic("outbox.forget", every=timedelta(days=1))
def forget_done_tasks(payload: Mapping[str, Any]) -> None:
    """Done tasks go after thirty days; dead ones stay until somebody has looked at them."""
    del payload
    OutboxTask.objects.filter(state=OutboxTask.State.DONE, finished_at__lt=timezone.now() - KEPT).delete()
