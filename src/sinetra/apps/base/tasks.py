"""Who does the work of the outbox. Apps register handlers in their ``handlers.py``, which the worker imports.

    @handler("report.notify")
    def notify(payload: Mapping[str, Any]) -> None: ...

    @periodic("audit.checkpoint", every=timedelta(hours=1))
    def checkpoint(payload: Mapping[str, Any]) -> None: ...

At least once: a handler may be called twice for the same payload and must come to the same end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.module_loading import autodiscover_modules

from sinetra.ports.queue import Queue

Handler = Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """``every`` divides the time since 1970 into slots; each slot is promised once, by its key."""

    name: str
    every: timedelta

    def key(self, now: datetime) -> str:
        slot = int(now.timestamp() // self.every.total_seconds())
        start = datetime.fromtimestamp(slot * self.every.total_seconds(), UTC)
        return f"{self.name}@{start:%Y-%m-%dT%H:%M}"


_handlers: dict[str, Handler] = {}
_periodic: dict[str, Periodic] = {}
_told: dict[str, str] = {}


def handler(name: str, *, told_as: str = "") -> Callable[[Handler], Handler]:
    """``told_as``: what pages and trace call the task where its own name would tell too much."""

    def register(function: Handler) -> Handler:
        if _handlers.setdefault(name, function) is not function:
            raise RuntimeError(f"two handlers for {name}")
        if told_as:
            _told[name] = told_as
        return function

    return register


def periodic(name: str, *, every: timedelta) -> Callable[[Handler], Handler]:
    """A handler that the sweep calls once in each slot of ``every``."""

    def register(function: Handler) -> Handler:
        _periodic[name] = Periodic(name=name, every=every)
        return handler(name)(function)

    return register


def find_handlers() -> Mapping[str, Handler]:
    """All handlers of the installed apps."""
    autodiscover_modules("handlers")
    return _handlers


def told_task(name: str) -> str:
    """The name of a task as whoever runs the machine reads it."""
    find_handlers()
    return _told.get(name, name)


def promise_periodic(queue: Queue, now: datetime) -> int:
    """Promises what is due in this slot and was not promised yet; how many."""
    find_handlers()
    return sum(queue.add(task.name, {}, key=task.key(now), run_after=now) for task in _periodic.values())
