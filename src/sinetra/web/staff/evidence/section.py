"""The section *Bukti* of a report's or matter's page."""

from __future__ import annotations

from sinetra.apps.base.policy import may
from sinetra.apps.evidence.file_reads import files_of
from sinetra.apps.reports.selectors import ReportView
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest
from sinetra.web.parts import EvidenceFile
from sinetra.web.staff.evidence.states import card


def evidence_cards(request: StaffRequest, view: ReportView | None) -> list[EvidenceFile]:
    """Empty where there is no report here, nothing was handed in, or it may not be read."""
    if view is None or not may(request.actor, "evidence.read"):
        return []
    zone = zone_of(view.report.region_id).abbreviation
    return [card(file, zone) for file in files_of(request.actor, view)]
