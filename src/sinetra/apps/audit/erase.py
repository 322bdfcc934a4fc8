"""Empties the personal detail of entries. The chain holds only commitments and stays whole."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.audit.models import AuditEntry


def erase_details(entries: QuerySet[AuditEntry]) -> int:
    """How many entries lost their detail; without the salt nobody can guess it from the commitment."""
    return entries.filter(detail__isnull=False).update(detail=None, detail_salt=None)
