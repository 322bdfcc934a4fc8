"""Reads of evidence: what a report has, and its digests for the proof of filing."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.evidence.models import Evidence


def evidence_of(actor: Actor, report_id: UUID) -> tuple[Evidence, ...]:
    """In the order in which it came; what was erased is not there any more."""
    rows = visible(actor, Evidence).filter(report_id=report_id).exclude(blob="").order_by("position")
    return tuple(rows)


def digests_of(report_id: UUID) -> tuple[str, ...]:
    """SHA-256 (hex) of each original, in their order: they stay, also when the files are erased."""
    rows = Evidence.objects.filter(report_id=report_id).order_by("position")
    return tuple(rows.values_list("sha256", flat=True))
