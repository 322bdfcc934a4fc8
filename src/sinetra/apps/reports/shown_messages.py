"""Which messages the office may open: once nothing was proven, those from before stay sealed and wait for nobody."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.models import Message


def shown(rows: QuerySet[Message]) -> QuerySet[Message]:
    """Without what was sent before its matter (``Report.in_matter``) was closed as not proven: whoever was cleared is
    found in none of them. In a matter that was opened again they are shown again."""
    joined = Q(report__matter__isnull=True) & _sealed_by("report__joined_to")
    return rows.exclude(_sealed_by("report__matter") | joined)


def _sealed_by(matter: str) -> Q:
    """As ``Matter.is_cleared`` has it."""
    cleared = Q(**{f"{matter}__outcome": Outcome.NOT_PROVEN}) | Q(**{f"{matter}__corrected_at__isnull": False})
    before = Q(**{f"{matter}__closed_at__isnull": True}) | Q(sent_at__lt=F(f"{matter}__closed_at"))
    return cleared & before
