"""Laporan nihil: weeks and months of which offices had stated by then that they were nil. Nothing about anybody."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from sinetra.apps.cases.models import NilReport
from sinetra.apps.insight.statistics.cut_off import CutOff, known
from sinetra.apps.reports.models import Report
from sinetra.core.statistics.edition import NilLine


def nil_at(cut_off: CutOff) -> tuple[NilLine, ...]:
    """Statements that had turned out untrue by then count nowhere (``cases.nil_reports``)."""
    filed: dict[UUID, list[date]] = {}
    for reports in known(Report, cut_off):
        told = reports.filter(filed_on__lte=cut_off.as_of).values_list("organisation_id", "filed_on").distinct()
        for organisation, on in told:
            filed.setdefault(organisation, []).append(on)
    found: Counter[tuple[str, str]] = Counter()
    for rows in known(NilReport, cut_off):
        for row in rows.filter(filed_on__lte=cut_off.as_of):
            if not any(row.begins_on <= on <= row.ends_on for on in filed.get(row.organisation_id, ())):
                found[row.period, quarter(row.begins_on)] += 1
    return tuple(NilLine(period=kind, quarter=of, statements=count) for (kind, of), count in sorted(found.items()))


def quarter(day: date) -> str:
    """
    >>> quarter(date(2024, 11, 22))
    '2024-Q4'
    """
    return f"{day.year}-Q{(day.month + 2) // 3}"
