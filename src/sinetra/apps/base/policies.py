"""Who may see and do what with the rows of base."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.policy import allow, roles, rows_of


@rows_of(OutboxTask)
def _tasks(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The control room. Payloads are ids only."""
    return rows if actor.kind == "person" and actor.has(Role.ADMINISTRATOR) else rows.none()


allow("outbox.retry", roles(Role.ADMINISTRATOR))
