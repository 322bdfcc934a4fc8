"""Laporan nihil: weeks and months of which offices had stated by then that they were nil. Nothing about anybody."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.cases.models import NilReport
from sinetra.apps.insight.statistics.cut_off import CutOff, known
from sinetra.apps.reports.models import Report
from sinetra.core.canonical import canonical
from sinetra.core.statistics.edition import NilLine


@dataclass(frozen=True, slots=True, kw_only=True)
class NilFacts:
    """``holds``: no report of that time had come in by then. ``digest``: over all of it."""

    key: UUID
    period: str
    begins_on: date
    holds: bool
    digest: str


def nil_at(cut_off: CutOff) -> list[NilFacts]:
    """In the order of their ids."""
    filed: dict[UUID, list[date]] = {}
    for reports in known(Report, cut_off):
        told = reports.filter(filed_on__lte=cut_off.as_of).values_list("organisation_id", "filed_on").distinct()
        for organisation, on in told:
            filed.setdefault(organisation, []).append(on)
    found = []
    for rows in known(NilReport, cut_off):
        for row in rows.filter(filed_on__lte=cut_off.as_of):
            holds = not any(row.begins_on <= on <= row.ends_on for on in filed.get(row.organisation_id, ()))
            found.append(_facts(row, holds=holds))
    return sorted(found, key=lambda facts: facts.key)


def _facts(row: NilReport, *, holds: bool) -> NilFacts:
    content = [str(row.period), row.begins_on, row.ends_on, row.filed_on, holds]
    return NilFacts(
        key=row.pk,
        period=str(row.period),
        begins_on=row.begins_on,
        holds=holds,
        digest=hashlib.sha256(canonical(content)).hexdigest(),
    )


def nil_lines(statements: Iterable[NilFacts]) -> tuple[NilLine, ...]:
    """Statements that had turned out untrue by then count nowhere (``cases.nil_reports``)."""
    found = Counter((facts.period, quarter(facts.begins_on)) for facts in statements if facts.holds)
    return tuple(NilLine(period=kind, quarter=of, statements=count) for (kind, of), count in sorted(found.items()))


def quarter(day: date) -> str:
    """
    >>> quarter(date(2024, 11, 22))
    '2024-Q4'
    """
    return f"{day.year}-Q{(day.month + 2) // 3}"
