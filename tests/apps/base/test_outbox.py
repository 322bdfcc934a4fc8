"""The outbox: conformance of the queue, and the worker that drains it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sinetra.apps.base import tasks
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.outbox import OutboxQueue
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.jobs.sweep import sweep
from sinetra.jobs.worker import drain, work_once
from sinetra.ports.queue import LEASE, MAX_ATTEMPTS, Queue

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def queue() -> Queue:
    return OutboxQueue()


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> dict[str, tasks.Handler]:
    tasks.find_handlers()
    registered = dict(tasks._handlers)
    monkeypatch.setattr(tasks, "_handlers", registered)
    return registered


def promise(queue: Queue, name: str = "test", key: str = "k", **payload: Any) -> bool:
    return queue.add(name, payload, key=key, run_after=NOW)


def test_a_promise_is_claimed_once_and_done(queue: Queue) -> None:
    assert promise(queue, n=1)
    task = queue.claim(NOW)
    assert task is not None
    assert (task.name, task.payload, task.attempts) == ("test", {"n": 1}, 1)
    assert queue.claim(NOW) is None
    assert queue.done(task, NOW)
    assert OutboxTask.objects.get().state == "done"


def test_the_same_key_is_promised_once(queue: Queue) -> None:
    assert promise(queue)
    assert not promise(queue)
    assert OutboxTask.objects.count() == 1


def test_a_promise_waits_for_its_time_and_the_oldest_goes_first(queue: Queue) -> None:
    queue.add("later", {}, key="2", run_after=NOW + timedelta(minutes=2))
    queue.add("sooner", {}, key="1", run_after=NOW + timedelta(minutes=1))
    assert queue.claim(NOW) is None
    first = queue.claim(NOW + timedelta(minutes=3))
    assert first is not None
    assert first.name == "sooner"


def test_a_failed_task_is_tried_again_later_and_dies_in_the_end(queue: Queue) -> None:
    promise(queue)
    moment, waits = NOW, []
    for _ in range(MAX_ATTEMPTS):
        task = queue.claim(moment)
        assert task is not None
        queue.fail(task, moment, "ValueError at x.py:1")
        row = OutboxTask.objects.get()
        waits.append((row.run_after - moment).total_seconds())
        moment = max(moment, row.run_after)
    assert waits[:3] == [10, 20, 40]
    assert (row.state, row.attempts, row.last_error) == ("dead", MAX_ATTEMPTS, "ValueError at x.py:1")
    assert queue.claim(moment + timedelta(days=9)) is None
    assert queue.retry(row.pk, moment)
    again = queue.claim(moment)
    assert again is not None
    assert again.attempts == 1


def test_the_task_of_a_dead_worker_is_taken_back_and_its_late_word_does_not_count(queue: Queue) -> None:
    promise(queue)
    lost = queue.claim(NOW)
    assert lost is not None
    assert queue.reap(NOW + LEASE) == 0
    assert queue.beat(lost, NOW + LEASE)
    assert queue.reap(NOW + LEASE + LEASE) == 0
    assert queue.reap(NOW + LEASE + LEASE + timedelta(seconds=1)) == 1
    taken = queue.claim(NOW + timedelta(minutes=5))
    assert taken is not None
    assert taken.attempts == 2
    assert not queue.done(lost, NOW)
    assert not queue.beat(lost, NOW)
    assert queue.done(taken, NOW)


def test_the_worker_calls_the_handler_of_the_name(queue: Queue, handlers: dict[str, tasks.Handler]) -> None:
    seen: list[Mapping[str, Any]] = []
    handlers["test"] = seen.append
    promise(queue, n=1)
    promise(queue, key="k2", n=2)
    assert drain(queue) == 2
    assert sorted(payload["n"] for payload in seen) == [1, 2]
    assert set(OutboxTask.objects.values_list("state", flat=True)) == {"done"}


def test_what_a_handler_quotes_in_its_error_is_not_kept(queue: Queue, handlers: dict[str, tasks.Handler]) -> None:
    def broken(payload: Mapping[str, Any]) -> None:
        raise ValueError("nama pelapor: Budi")

    handlers["test"] = broken
    promise(queue)
    assert work_once(queue)
    row = OutboxTask.objects.get()
    assert row.state == "waiting"
    assert row.last_error.startswith("ValueError at test_outbox.py:")
    assert "Budi" not in row.last_error


def test_a_name_without_handler_is_kept_for_a_later_release(queue: Queue) -> None:
    promise(queue, name="of.tomorrow")
    assert work_once(queue)
    assert OutboxTask.objects.get().last_error == "no handler 'of.tomorrow'"


def test_a_unit_that_fails_promises_nothing(bawaslu: Organisation) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(SYSTEM) as work:
        work.enqueue("test", {}, key="k")
        raise ZeroDivisionError
    assert not OutboxTask.objects.exists()


def test_two_sweeps_in_an_hour_promise_the_periodic_work_once(queue: Queue) -> None:
    assert sweep(queue).promised >= 2
    assert sweep(queue).promised == 0
    assert OutboxTask.objects.filter(name="audit.checkpoint").count() == 1


def test_a_periodic_task_has_one_key_a_slot() -> None:
    hourly = tasks.Periodic(name="x", every=timedelta(hours=1))
    assert hourly.key(NOW) == hourly.key(NOW + timedelta(minutes=59)) == "x@2026-01-01T12:00"
    assert hourly.key(NOW + timedelta(minutes=60)) == "x@2026-01-01T13:00"


def test_two_handlers_of_one_name_are_refused(handlers: dict[str, tasks.Handler]) -> None:
    tasks.handler("test.twice")(print)
    with pytest.raises(RuntimeError, match="two handlers"):
        tasks.handler("test.twice")(repr)  # type: ignore[arg-type]
