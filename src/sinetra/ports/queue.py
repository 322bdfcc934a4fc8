"""Work that a committed change has promised. At least once: a handler must bear being called twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

MAX_ATTEMPTS = 8
LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One claimed task. ``attempts`` counts this one; it also tells an old claim from a newer one of the same task."""

    id: UUID
    name: str
    key: str
    payload: Mapping[str, Any]
    attempts: int


class Queue(Protocol):
    """All instants are real time in UTC."""

    def add(self, name: str, payload: Mapping[str, Any], *, key: str, run_after: datetime) -> bool:
        """False when ``key`` was promised before."""
        ...

    def claim(self, now: datetime) -> Task | None:
        """The task that is due longest, for nobody else until it is done, failed or its lease ends."""
        ...

    def beat(self, task: Task, now: datetime) -> bool:
        """Prolongs the lease. False when the claim is lost."""
        ...

    def done(self, task: Task, now: datetime) -> bool:
        """False when the claim was lost; then somebody else does it too."""
        ...

    def fail(self, task: Task, now: datetime, error: str) -> None:
        """To be tried again later, or dead after the last attempt. ``error`` holds no personal data."""
        ...

    def reap(self, now: datetime) -> int:
        """Takes back the tasks of workers that died; how many."""
        ...

    def retry(self, task_id: UUID, now: datetime) -> bool:
        """Gives a dead task a new row of attempts."""
        ...


def backoff(attempts: int) -> timedelta:
    """10 s, 20 s, 40 s … at most an hour.

    >>> backoff(1), backoff(20)
    (datetime.timedelta(seconds=10), datetime.timedelta(seconds=3600))
    """
    return timedelta(seconds=min(3600, 5 * 2 ** min(attempts, 20)))
