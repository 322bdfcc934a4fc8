"""The day by which an office must first act on a filing is counted again, where nobody has opened it yet."""

from __future__ import annotations

from datetime import date
from functools import cache
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel, ReportState
from sinetra.core.errors import Conflict
from sinetra.ports.clock import today


def recount_due(*, actor: Actor, office: UUID | None = None) -> list[Report]:
    """Filings whose day is not over yet; gives back those whose day moved. What the reporter was told at filing
    (``Report.due``) stays. Errors: ``Forbidden``."""
    require(actor, "report.recount_due")
    rows = visible(actor, Report).filter(state=ReportState.NEW, due_on__gte=today())
    if office is not None:
        rows = rows.filter(organisation_id=office)
    counting = cache(counting_of)
    moved = []
    for row in rows.defer("what_sealed", "where_sealed", "reported_sealed").order_by("id").iterator():
        due_on = law_clock.office_due(
            law_clock.regime_of(row.election),
            row.filed_on,
            formal=row.kept_as == Channel.REPORT,
            region=row.region_id,
            election=row.election,
            counting=counting(row.organisation_id),
        )
        if due_on != row.due_on:
            moved.append((row.pk, due_on))
    return [found for key, due_on in moved if (found := _move(actor, key, due_on)) is not None]


def _move(actor: Actor, key: UUID, due_on: date | None) -> Report | None:
    """None when somebody has opened it meanwhile."""
    row = Report.objects.get(pk=key)
    if row.state != ReportState.NEW:
        return None
    before = row.due_on
    try:
        with unit_of_work(actor) as work:
            work.change(row, due_on=due_on)
            work.record("report.recount_due", row, data={"before": before, "due": due_on})
    except Conflict:
        return None
    return row
