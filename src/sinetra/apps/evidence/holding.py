"""One at a time changes what belongs to a report: who adds a file or a copy, and the erasure that takes them all."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import Erased
from sinetra.core.errors import gettext_noop


def hold_report(key: UUID) -> Report:
    """Inside a unit of work, held until its end: the row as it is now."""
    return Report.objects.select_for_update(no_key=True).get(pk=key)


def hold_evidence(evidence: Evidence) -> None:
    """As ``hold_report``, for one of its files. Errors: ``Erased`` when it was erased meanwhile."""
    hold_report(evidence.report_id)
    if not Evidence.objects.filter(pk=evidence.pk).exclude(key_sealed=b"").exists():
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
