"""Who may see and do what with the rows of audit."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.audit.models import AccessEntry, AuditEntry, AuditHead, Checkpoint
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of


@rows_of(AuditEntry)
@rows_of(AuditHead)
def _chain(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Administrators and auditors read the chain of their organisation, whole: a part of a chain proves nothing."""
    if not actor.has(Role.ADMINISTRATOR, Role.AUDITOR):
        return rows.none()
    return own_organisation(actor, rows)


@rows_of(Checkpoint)
def _published(_actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Checkpoints hold hashes and places only; the more people keep them, the more they prove."""
    return rows


@rows_of(AccessEntry)
def _accesses(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The auditor of the office. Not the administrator: who looks at which matter is no matter of running a machine."""
    return own_organisation(actor, rows) if actor.has(Role.AUDITOR) else rows.none()


allow("access.read", roles(Role.AUDITOR))
allow("access.read_matter", roles(Role.BAWASLU_COMMISSIONER))
allow("access.read_own", lambda actor, row: actor.kind == "person")
allow("audit.read", roles(Role.ADMINISTRATOR, Role.AUDITOR))
allow("audit.verify", roles(Role.ADMINISTRATOR, Role.AUDITOR))
