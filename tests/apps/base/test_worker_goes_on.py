"""The worker beside the server is a thread that nobody restarts: what goes wrong for a moment must not end it."""

from __future__ import annotations

import threading

import pytest

from sinetra.apps.base.outbox import OutboxQueue
from sinetra.jobs import worker
from sinetra.ports.queue import Task

pytestmark = pytest.mark.django_db


def test_the_worker_goes_on_when_no_file_could_be_opened_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, claims = threading.Event(), 0

    class Queue(OutboxQueue):
        def claim(self, now: object) -> Task | None:
            nonlocal claims
            claims += 1
            if claims == 1:
                raise OSError(24, "Too many open files")
            stop.set()
            return None

    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.0)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    worker.work_until(stop, Queue())
    assert claims == 2
