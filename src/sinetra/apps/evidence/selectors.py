"""Reads of evidence: what a report has."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.evidence.models import Evidence


def evidence_of(actor: Actor, report_id: UUID) -> tuple[Evidence, ...]:
    """In the order in which it came; what was erased is not there any more."""
    rows = visible(actor, Evidence).filter(report_id=report_id).exclude(blob="").order_by("position")
    return tuple(rows)
