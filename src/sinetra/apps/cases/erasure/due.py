"""What is due for erasure: closed matters, reports that nobody opened, identities. What is held back is not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sinetra.apps.base.retention import cut_off
from sinetra.apps.cases.models import Matter, RetentionHold
from sinetra.apps.cases.vocabulary import Outcome, State
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.vocabulary import OPENABLE

NOT_PROVEN, MATTER, REPORT, IDENTITY = "cases.not_proven", "cases.matter", "reports.unopened", "reports.identity"
RULES = (NOT_PROVEN, MATTER, REPORT, IDENTITY)


def rule_of(matter: Matter) -> str:
    return NOT_PROVEN if matter.outcome == Outcome.NOT_PROVEN else MATTER


def _held(**same: OuterRef) -> Exists:
    """An open hold on one of these."""
    wanted = Q()
    for column, value in same.items():
        wanted |= Q(**{column: value})
    return Exists(RetentionHold.objects.filter(wanted, lifted_on=None))


def matters_before(rule: str, before: datetime) -> QuerySet[Matter]:
    """Closed, and entered here, before that instant: paper and demonstrations count from when they were entered. What
    was closed and goes on again is not due."""
    rows = Matter._base_manager.filter(state=State.CLOSED, closed_at__lt=before, created_at__lt=before)
    rows = rows.filter(erased_at=None)
    rows = rows.filter(outcome=Outcome.NOT_PROVEN) if rule == NOT_PROVEN else rows.exclude(outcome=Outcome.NOT_PROVEN)
    held = _held(matter_id=OuterRef("pk"), report_id=OuterRef("report_id"), report__joined_to=OuterRef("pk"))
    return rows.filter(~held)


def reports_before(before: datetime) -> QuerySet[Report]:
    rows = Report._base_manager.filter(state__in=OPENABLE, filed_at__lt=before, created_at__lt=before)
    return rows.filter(~_held(report_id=OuterRef("pk")), matter=None)


def identities_before(before: datetime) -> QuerySet[Identity]:
    closed = Q(report__matter__closed_at__lt=before, report__matter__state=State.CLOSED)
    closed |= Q(report__joined_to__closed_at__lt=before, report__joined_to__state=State.CLOSED)
    closed |= Q(report__matter=None, report__joined_to=None, report__filed_at__lt=before)
    held = _held(
        report_id=OuterRef("report_id"),
        matter_id=OuterRef("report__matter__pk"),
        matter__joined_reports=OuterRef("report_id"),
    )
    return Identity._base_manager.filter(closed, ~held, created_at__lt=before)


def due(rule: str, now: datetime) -> QuerySet[Any]:
    """Rows that the rule lets go at ``now``."""
    before = cut_off(rule, now)
    if rule == REPORT:
        return reports_before(before)
    return identities_before(before) if rule == IDENTITY else matters_before(rule, before)
