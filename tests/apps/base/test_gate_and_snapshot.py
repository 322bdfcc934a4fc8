"""One writer at a time on SQLite; a long read that sees one moment and stops nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.snapshot import read_snapshot
from sinetra.ports.clock import now


def in_thread(work: Any) -> Any:
    answer: list[Any] = []

    def run() -> None:
        try:
            answer.append(work())
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(timeout=20)
    assert answer, "the thread did not come through"
    return answer[0]


@pytest.fixture
def on_disk(tmp_path: Path, django_db_blocker: Any) -> Iterator[None]:
    """A database file with the outbox: the one of the other tests may be in memory."""
    if connection.vendor == "postgresql":
        pytest.skip("the database of the other tests will do: see the faults")
    with django_db_blocker.unblock():
        old = connection.settings_dict["NAME"]
        connections.close_all()
        kept, connection.connection = connection.connection, None
        connection.settings_dict["NAME"] = str(tmp_path / "x.sqlite3")
        with connection.schema_editor() as editor:
            editor.create_model(OutboxTask)
        yield
        connection.close()
        connection.settings_dict["NAME"] = old
        connection.connection = kept


def test_a_snapshot_sees_one_moment_while_others_write(on_disk: None) -> None:
    def write(key: str) -> bool:
        return outbox().add("test", {}, key=key, run_after=now())

    write("before")
    with read_snapshot():
        assert OutboxTask.objects.count() == 1
        assert in_thread(lambda: write("meanwhile"))
        assert OutboxTask.objects.count() == 1
    assert OutboxTask.objects.count() == 2


def test_the_gate_lets_one_writer_in_at_a_time(on_disk: None) -> None:
    inside, most = [0], [0]
    guard = threading.Lock()

    def write() -> bool:
        for _ in range(20):
            with write_gate():
                with guard:
                    inside[0] += 1
                    most[0] = max(most[0], inside[0])
                threading.Event().wait(0.001)
                with guard:
                    inside[0] -= 1
        return True

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
