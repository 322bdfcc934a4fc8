"""Programmes with what is planned and held in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity, ActivityUnit, CoverageUnit, Programme
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.core.errors import NotFound, gettext_noop

MOST_GROUPS = 500
MOST_EXPOSED = 10


def programmes(actor: Actor) -> QuerySet[Programme]:
    return policy.visible(actor, Programme).select_related("region", "organisation")


def programme(actor: Actor, pk: UUID) -> Programme:
    found = programmes(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Program ini tidak ada."))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """``month`` is its first day, None for activities whose day nobody knows. ``from_press`` counts in no column."""

    month: date | None
    planned: int
    held: int
    cancelled: int
    from_press: int


def months(actor: Actor, row: Programme) -> list[MonthLine]:
    rows = policy.visible(actor, Activity).filter(programme=row)
    counted: dict[date | None, Counter[str]] = {}
    told = rows.values("state", "story_id", "confirmed_at", month=TruncMonth("starts_on")).annotate(n=Count("id"))
    for item in told.order_by():
        press = item["story_id"] is not None and item["confirmed_at"] is None
        counted.setdefault(item["month"], Counter())["press" if press else item["state"]] += item["n"]
    ordered = sorted(counted, key=lambda month: month or date.max)
    return [
        MonthLine(
            month=month,
            planned=counted[month][Activity.State.PLANNED],
            held=counted[month][Activity.State.HELD],
            cancelled=counted[month][Activity.State.CANCELLED],
            from_press=counted[month]["press"],
        )
        for month in ordered
    ]


def unit_lines(actor: Actor, row: Programme) -> QuerySet[ActivityUnit]:
    """Each unit of the programme with each activity that is for it."""
    found = policy.visible(actor, ActivityUnit).filter(activity__programme=row)
    return found.select_related("unit", "activity", "letter")


def groups(actor: Actor, row: Programme) -> dict[str, tuple[int, int]]:
    """Value of ``Position`` or ``SubjectStatus`` → (planned, held) among the newest 500 activities of the programme."""
    found: dict[str, list[int]] = {}
    rows = policy.visible(actor, Activity).filter(programme=row).exclude(state=Activity.State.CANCELLED)
    for item in rows.only("groups", "state", "story", "confirmed_at").order_by("-id")[:MOST_GROUPS]:
        for name in () if item.known_from_press_only else item.groups:
            found.setdefault(name, [0, 0])[item.state == Activity.State.HELD] += 1
    return {name: (planned, held) for name, (planned, held) in sorted(found.items())}


def regions(actor: Actor, row: Programme) -> list[tuple[Region, int]]:
    """Where the programme's activities are, with how many."""
    rows = policy.visible(actor, Activity).filter(programme=row, region__isnull=False)
    counts = dict(rows.values_list("region").annotate(n=Count("id")).order_by("region"))
    return [(region, counts[region.pk]) for region in Region.objects.filter(pk__in=counts).order_by("code")[:100]]


def exposed_without_plan(actor: Actor, row: Programme) -> list[CoverageUnit]:
    """Kecamatan and kelurahan with their posts filled for which this programme has no activity that stands yet, those
    first whose posts nobody has reached; at most 10. Empty as long as coverage was never counted."""
    planned = policy.visible(actor, ActivityUnit).filter(activity__programme=row)
    planned = planned.exclude(activity__state=Activity.State.CANCELLED)
    units = policy.visible(actor, CoverageUnit).filter(organisation_id=row.organisation_id, exposed=True)
    units = units.filter(unit__kind__in=(UnitKind.KECAMATAN, UnitKind.KELURAHAN))
    waiting = units.exclude(unit_id__in=planned.values("unit_id")).select_related("unit")
    return list(waiting.order_by("-exposed_open", "-incumbent", "place")[:MOST_EXPOSED])
