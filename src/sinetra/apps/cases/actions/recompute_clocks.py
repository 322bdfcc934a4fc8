"""A new decree moves a holiday, or an office counts otherwise: running clocks are counted again, and the timeline says
so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from typing import Any
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
from sinetra.apps.cases.models import Clock, Step
from sinetra.apps.cases.steps import StepCode, moment, new_step
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.reports.law_clock import Due
from sinetra.core.clock.deadline_rules import DayType
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
    """Every running clock that the actor may see and that was counted by another calendar, if its rule asks one; with
    ``office`` every running clock of that office. Gives back those whose due date moved. Those that did not, note the
    new calendar together, one entry a block. Errors: ``Forbidden``."""
    require(actor, "clock.recompute")
    rows = visible(actor, Clock).filter(done_at=None)
    if office:
        stale = rows.filter(organisation_id=office)
    else:
        stale = rows.filter(rule__in=_asking_a_calendar()).exclude(calendar_version=clock().calendars.version)
    moved: list[Clock] = []
    offices = stale.order_by("organisation_id").values_list("organisation_id", flat=True).distinct()
    for organisation in list(offices):
        moved += _of_office(actor, organisation, stale.filter(organisation_id=organisation), at)
    return moved


def _asking_a_calendar() -> list[str]:
    """Rules that a day off can move. One in calendar days, hours or months ends where it ends."""
    rules = clock().rules
    return [
        rule
        for rule in rules.ids
        if any(one.day_type is DayType.WORKING or one.move_to_working_day for one in rules.versions(rule))
    ]


def _of_office(actor: Actor, organisation: UUID, stale: QuerySet[Clock], at: datetime | None) -> list[Clock]:
    counted = cache(partial(counted_again, counting=counting_of(organisation)))
    moved = []
    keys = list(stale.order_by("id").values_list("pk", flat=True))
    for first in range(0, len(keys), AT_ONCE):
        rows = Clock.objects.filter(pk__in=keys[first : first + AT_ONCE]).annotate(started=KT("told__started"))
        same, other = [], {}
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
                other[key] = due
            elif calendar != due.calendar_version:
                same.append((key, version, due.calendar_version))
        moved += _move(actor, other, at)
        _note(actor, organisation, same)
    return moved


def _move(actor: Actor, dues: Mapping[UUID, Due], at: datetime | None) -> list[Clock]:
    """Those whose day moved, not only the hour. Together, since a decree moves thousands; by halves where somebody
    just changed one of them, until that one is left out."""
    try:
        return _move_all(actor, dues, at)
    except Conflict:
        keys = list(dues)
        if len(keys) == 1:
            return []
        half = len(keys) // 2
        parts = (keys[:half], keys[half:])
        return [clock for part in parts for clock in _move(actor, {key: dues[key] for key in part}, at)]


def _move_all(actor: Actor, dues: Mapping[UUID, Due], at: datetime | None) -> list[Clock]:
    running = Clock.objects.filter(pk__in=dues, done_at=None).select_related("matter").defer("matter__facts_sealed")
    before = {clock.pk: clock for clock in running.order_by("pk")}
    if not before:
        return []
    told = {key: what_moved(replace(Due.of(c.told), due=c.due_on), dues[key]) for key, c in before.items()}
    moved = [key for key, clock in before.items() if clock.due_on != dues[key].due]
    when = cache(partial(moment, at))
    columns = ("due_on", "due_at", "told", "calendar_version")
    with unit_of_work(actor) as work:
        rows = [
            (key, clock.version, dues[key].due, dues[key].due_at, dues[key].kept(), dues[key].calendar_version)
            for key, clock in before.items()
        ]
        changed = {clock.pk: clock for clock in work.change_set(Clock, columns, rows)}
        for key, clock in changed.items():
            clock.matter = before[key].matter
            data = {name: told[key][name] for name in ("before", "due", "off", "working")}
            work.record("clock.recompute", clock, data=data)
        for step in work.create_set([_line(changed[key], told[key], when) for key in moved]):
            work.record(f"step.{step.code}", step)
    return [changed[key] for key in moved]


def _line(clock: Clock, told: Mapping[str, Any], when: Callable[[str | None], tuple[datetime, date]]) -> Step:
    at, on = when(clock.matter.region_id)
    return new_step(StepCode.CLOCK_MOVED, matter=clock.matter, at=at, on=on, rule=clock.rule, **told)


def _note(actor: Actor, organisation: UUID, same: list[tuple[UUID, int, str]]) -> None:
    """A clock that was stopped meanwhile makes the others wait for the next sweep."""
    if not same:
        return
    try:
        with unit_of_work(actor) as work:
            work.change_many(Clock, ["calendar_version"], same, organisation=organisation, action="clock.recompute")
    except Conflict:
        return
