"""The queue in the table of the outbox: the same COMMIT holds the change and its promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.models import OutboxTask
from sinetra.ports.queue import LEASE, MAX_ATTEMPTS, Queue, Task, backoff

State = OutboxTask.State


class OutboxQueue:
    """Claims are guarded updates: of two workers one gets the row."""

    def add(self, name: str, payload: Mapping[str, Any], *, key: str, run_after: datetime) -> bool:
        if OutboxTask.objects.filter(key=key).exists():
            return False
        task = OutboxTask(name=name, payload=dict(payload), key=key, run_after=run_after)
        with _writing():
            OutboxTask.objects.bulk_create([task], ignore_conflicts=True)
        return OutboxTask.objects.filter(pk=task.pk).exists()

    def claim(self, now: datetime) -> Task | None:
        due = OutboxTask.objects.filter(state=State.WAITING, run_after__lte=now).order_by("run_after", "pk")
        for row in due[:20]:
            guarded = OutboxTask.objects.filter(pk=row.pk, state=State.WAITING, attempts=row.attempts)
            with _writing():
                won = guarded.update(state=State.RUNNING, attempts=row.attempts + 1, heartbeat_at=now)
            if won:
                return Task(id=row.pk, name=row.name, key=row.key, payload=row.payload, attempts=row.attempts + 1)
        return None

    def beat(self, task: Task, now: datetime) -> bool:
        with _writing():
            return _mine(task).update(heartbeat_at=now) == 1

    def done(self, task: Task, now: datetime) -> bool:
        with _writing():
            return _mine(task).update(state=State.DONE, finished_at=now, heartbeat_at=None, last_error="") == 1

    def fail(self, task: Task, now: datetime, error: str) -> None:
        with _writing():
            _put_back(_mine(task), task.attempts, now, error)

    def reap(self, now: datetime) -> int:
        lost = OutboxTask.objects.filter(state=State.RUNNING, heartbeat_at__lt=now - LEASE)
        reaped = 0
        for row in list(lost[:500]):
            guarded = OutboxTask.objects.filter(pk=row.pk, state=State.RUNNING, heartbeat_at=row.heartbeat_at)
            with _writing():
                reaped += _put_back(guarded, row.attempts, now, "the worker stopped in the middle")
        return reaped

    def retry(self, task_id: UUID, now: datetime) -> bool:
        dead = OutboxTask.objects.filter(pk=task_id, state=State.DEAD)
        with _writing():
            return dead.update(state=State.WAITING, attempts=0, run_after=now, finished_at=None) == 1


def outbox() -> Queue:
    """The queue of this installation."""
    return OutboxQueue()


def _mine(task: Task) -> QuerySet[OutboxTask]:
    return OutboxTask.objects.filter(pk=task.id, state=State.RUNNING, attempts=task.attempts)


def _put_back(rows: QuerySet[OutboxTask], attempts: int, now: datetime, error: str) -> int:
    if attempts >= MAX_ATTEMPTS:
        return rows.update(state=State.DEAD, finished_at=now, heartbeat_at=None, last_error=error)
    later = now + backoff(attempts)
    return rows.update(state=State.WAITING, run_after=later, heartbeat_at=None, last_error=error)


@contextmanager
def _writing() -> Iterator[None]:
    """A short write of its own; inside another transaction that one's gate is held already."""
    if connection.in_atomic_block:
        yield
        return
    with write_gate(), transaction.atomic():
        yield
