"""A new decree moves a holiday, or an office counts otherwise: running clocks are counted again, and the timeline says
so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.clock_moves import what_moved
from sinetra.apps.cases.clocks import counted_again
from sinetra.apps.cases.models import Clock
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.reports.law_clock import Due
from sinetra.core.errors import Conflict
from sinetra.ports.clock import now

#: The work of the sweep.
RECOMPUTE = "cases.recompute_clocks"
#: So many clocks are read at once; only the ids of the others are held.
AT_ONCE = 5000


def promise_recount() -> None:
    """The worker counts again soon: a calendar came in, or a release with another one."""
    outbox().add(RECOMPUTE, {}, key=f"{RECOMPUTE}:{now().isoformat()}", run_after=now())


def recompute_clocks(*, actor: Actor, office: UUID | None = None, at: datetime | None = None) -> list[Clock]:
    """Every running clock that the actor may see and that was counted by another calendar; with ``office`` every
    running clock of that office. Gives back those whose due date moved. Those that did not, note the new calendar
    together, one entry a block. Errors: ``Forbidden``."""
    require(actor, "clock.recompute")
    rows = visible(actor, Clock).filter(done_at=None)
    stale = rows.filter(organisation_id=office) if office else rows.exclude(calendar_version=clock().calendars.version)
    moved: list[Clock] = []
    offices = stale.order_by("organisation_id").values_list("organisation_id", flat=True).distinct()
    for organisation in list(offices):
        moved += _of_office(actor, organisation, stale.filter(organisation_id=organisation), at)
    return moved


def _of_office(actor: Actor, organisation: UUID, stale: QuerySet[Clock], at: datetime | None) -> list[Clock]:
    counted = cache(partial(counted_again, counting=counting_of(organisation)))
    moved = []
    keys = list(stale.order_by("id").values_list("pk", flat=True))
    for first in range(0, len(keys), AT_ONCE):
        rows = Clock.objects.filter(pk__in=keys[first : first + AT_ONCE]).annotate(started=KT("told__started"))
        same = []
        for key, version, calendar, due_on, due_at, *start in rows.values_list(
            "pk",
            "version",
            "calendar_version",
            "due_on",
            "due_at",
            "rule",
            "started",
            "matter__region",
            "matter__election",
        ):
            due = counted(*start)
            if due is None:
                continue
            if (due_on, due_at) != (due.due, due.due_at):
                running = _move(actor, key, due, at)
                moved += [running] if running is not None else []
            elif calendar != due.calendar_version:
                same.append((key, version, due.calendar_version))
        _note(actor, organisation, same)
    return moved


def _move(actor: Actor, key: UUID, due: Due, at: datetime | None) -> Clock | None:
    """None when the day stays and only the hour moves, or when somebody just stopped the clock."""
    running = Clock.objects.select_related("matter__report", "matter__organisation").get(pk=key)
    before, matter = replace(Due.of(running.told), due=running.due_on), running.matter
    if running.done_at is not None:
        return None
    at_, on = moment(at, matter.region_id)
    told = what_moved(before, due)
    try:
        with unit_of_work(actor) as work:
            work.change(
                running, due_on=due.due, due_at=due.due_at, told=due.kept(), calendar_version=due.calendar_version
            )
            data = {name: told[name] for name in ("before", "due", "off", "working")}
            work.record("clock.recompute", running, data=data)
            if before.due != due.due:
                add_step(work, StepCode.CLOCK_MOVED, matter=matter, at=at_, on=on, rule=running.rule, **told)
    except Conflict:
        return None
    return running if before.due != due.due else None


def _note(actor: Actor, organisation: UUID, same: list[tuple[UUID, int, str]]) -> None:
    """A clock that was stopped meanwhile makes the others wait for the next sweep."""
    if not same:
        return
    try:
        with unit_of_work(actor) as work:
            work.change_many(Clock, ["calendar_version"], same, organisation=organisation, action="clock.recompute")
    except Conflict:
        return
