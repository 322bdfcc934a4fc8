"""Work of the outbox: bringing packages to their receivers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sinetra.apps.base.tasks import handler
from sinetra.apps.cases.actions.deliver import deliver


@handler("packages.deliver")
def deliver_package(payload: Mapping[str, Any]) -> None:
    """``{"hand_over": id, "part": "package" | "reply"}``. Twice does no harm: receiving is idempotent."""
    deliver(UUID(payload["hand_over"]), payload["part"])
