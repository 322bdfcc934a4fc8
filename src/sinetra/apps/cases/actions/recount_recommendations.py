"""A new decree moves a holiday, or an office counts otherwise: due dates of answers are counted again."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.follow_up import due_of
from sinetra.apps.cases.models import Recommendation
from sinetra.apps.registry.counting import counting_of
from sinetra.core.errors import Conflict


def recount_recommendations(*, actor: Actor, office: UUID | None = None) -> list[Recommendation]:
    """Every open one that was counted by another calendar; with ``office`` every open one of that office. Gives back
    those whose due date moved. Errors: ``Forbidden``."""
    require(actor, "clock.recompute")
    rows = visible(actor, Recommendation).filter(decided_on=None, due_on__isnull=False)
    version = clock().calendars.version
    stale = rows.filter(organisation_id=office) if office else rows.exclude(due_told__calendar_version=version)
    moved = []
    for key in list(stale.order_by("organisation_id", "id").values_list("pk", flat=True)):
        row = Recommendation.objects.select_related("organisation").get(pk=key)
        counting = counting_of(row.organisation_id)
        due = due_of(row.dated_on, row.received_on, office=row.organisation, counting=counting)
        if due is None or (due.due == row.due_on and due.kept() == row.due_told):
            continue
        before = row.due_on
        try:
            with unit_of_work(actor) as work:
                work.change(row, due_on=due.due, due_told=due.kept())
                work.record("recommendation.recount", row, data={"before": before, "due": due.due})
        except Conflict:  # somebody has just recorded an answer, counted by today's calendar
            continue
        if before != due.due:
            moved.append(row)
    return moved
