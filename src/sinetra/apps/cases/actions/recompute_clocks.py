"""A new decree moves a holiday: running clocks are counted again, and the timeline says so."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Clock
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.reports import law_clock


def recompute_clocks(*, actor: Actor, at: datetime | None = None) -> list[Clock]:
    """Every running clock that the actor may see and that was counted by another calendar. Gives back those whose due
    date moved; the others only note the new calendar. Errors: ``Forbidden``."""
    require(actor, "clock.recompute")
    version = clock().calendars.version
    stale = visible(actor, Clock).filter(done_at=None).exclude(calendar_version=version)
    moved = []
    for key in list(stale.order_by("id").values_list("pk", flat=True)):
        running = Clock.objects.select_related("matter__report").get(pk=key)
        matter = running.matter
        due = law_clock.due(running.rule, running.started_on, region=matter.region_id, election=matter.election)
        if due is None:
            continue
        before, (at_, on) = running.due_on, moment(at, matter.region_id)
        with unit_of_work(actor) as work:
            work.change(
                running, due_on=due.due, due_at=due.due_at, told=due.kept(), calendar_version=due.calendar_version
            )
            work.record("clock.recompute", running, data={"before": before, "due": due.due})
            if before != due.due:
                moved.append(running)
                day = due.due.isoformat()
                add_step(work, StepCode.CLOCK_MOVED, matter=matter, at=at_, on=on, rule=running.rule, due=day)
    return moved
