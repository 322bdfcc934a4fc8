"""Reads of the audit chain for people."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.audit.models import AuditEntry, Checkpoint
from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor


def entries(actor: Actor, *, action: str = "") -> QuerySet[AuditEntry]:
    """The chain of the actor's organisation; ``action`` is the beginning of an action's name."""
    rows = policy.visible(actor, AuditEntry).defer("detail", "detail_salt")
    return rows.filter(action__startswith=action) if action else rows


def last_checkpoint(actor: Actor) -> Checkpoint | None:
    return policy.visible(actor, Checkpoint).order_by("-number").first()
