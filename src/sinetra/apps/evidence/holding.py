"""One at a time changes what belongs to a report: who adds a file or a copy, and the erasure that takes them all."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import Erased
from sinetra.core.errors import gettext_noop


def hold_report(key: UUID) -> Report:
    """Inside a unit of work, held until its end: the row as it is now."""
    return Report.objects.select_for_update(no_key=True).get(pk=key)


def hold_files(keys: Iterable[UUID]) -> frozenset[UUID]:
    """As ``hold_report``, for files of several reports: those that are not erased."""
    files = Evidence.objects.filter(pk__in=list(keys))
    reports = Report.objects.select_for_update(no_key=True).filter(pk__in=files.values("report_id"))
    list(reports.order_by("pk").values_list("pk"))
    return frozenset(files.exclude(key_sealed=b"").values_list("pk", flat=True))


def hold_evidence(evidence: Evidence) -> None:
    """Errors: ``Erased`` when it was erased meanwhile."""
    if evidence.pk not in hold_files([evidence.pk]):
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
