"""Which files belong to a report, as its proof of filing names them."""

from __future__ import annotations

from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.models import Report


def evidence_hashes(report: Report) -> tuple[str, ...]:
    """SHA-256 of each original, hex, in the order in which they came: they stay, also when the files are erased."""
    return tuple(Evidence.objects.filter(report=report).order_by("position").values_list("sha256", flat=True))
