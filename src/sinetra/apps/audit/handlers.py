"""Work of the audit chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sinetra.apps.audit.checkpoints import make_checkpoint
from sinetra.apps.base.tasks import periodic


@periodic("audit.checkpoint", every=timedelta(hours=1))
def checkpoint(payload: Mapping[str, Any]) -> None:
    del payload
    make_checkpoint()
