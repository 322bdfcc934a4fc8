"""Keeps the entries of the queues as matters and their running clocks are."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Min

from sinetra.apps.base.kept import keep_with
from sinetra.apps.cases.models import Clock, Matter, QueueEntry
from sinetra.apps.cases.models.queue_entry import NO_DEADLINE
from sinetra.apps.cases.vocabulary import State

_COLUMNS = ("organisation_id", "region_id", "handler_id", "kind", "state", "opened_at")


def told_entries(keys: set[UUID]) -> list[QueueEntry]:
    """What the rows themselves say now, for matters that are open."""
    running = Clock.objects.filter(matter_id__in=keys, done_at=None)
    nearest = dict(running.values_list("matter_id").annotate(nearest=Min("due_on")).order_by())
    matters = Matter.objects.filter(pk__in=keys).exclude(state=State.CLOSED)
    return [
        QueueEntry(
            matter_id=key,
            next_due=nearest.get(key, NO_DEADLINE),
            **dict(zip(_COLUMNS, values, strict=True)),
        )
        for key, *values in matters.values_list("pk", *_COLUMNS)
    ]


def refresh_entries(keys: set[UUID]) -> None:
    """Two that move clocks of one matter wait for each other here, so the later one counts both."""
    list(QueueEntry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    told = told_entries(keys)
    QueueEntry.objects.bulk_create(
        told,
        update_conflicts=True,
        unique_fields=["matter"],
        update_fields=["organisation", "region", "handler", "kind", "state", "opened_at", "next_due"],
    )
    gone = keys - {entry.matter_id for entry in told}
    if gone:
        QueueEntry.objects.filter(pk__in=gone).delete()


keep_with({Matter: lambda row: row.pk, Clock: lambda row: row.matter_id}, refresh_entries)
