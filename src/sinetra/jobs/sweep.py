"""What is due by the clock. Idempotent: any number of sweeps, from any number of workers, come to the same."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import promise_periodic
from sinetra.ports.clock import now
from sinetra.ports.queue import Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    reaped: int
    promised: int


def sweep(queue: Queue | None = None) -> Swept:
    """Takes back what dead workers held, promises the periodic work of this slot."""
    queue = queue or outbox()
    return Swept(reaped=queue.reap(now()), promised=promise_periodic(queue, now()))
