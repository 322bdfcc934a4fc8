"""One writer at a time on SQLite; a long read that sees one moment and stops nobody."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from sinetra.apps.base.gate import GateUnusable, write_gate
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


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file for somebody else")
def test_a_lock_file_of_another_account_is_named(on_disk: None) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o777)
        connection.settings_dict["NAME"] = str(place / "x.sqlite3")
        lock = place / "x.sqlite3.lock"
        lock.touch(mode=0o644)
        os.seteuid(65534)
        try:
            with pytest.raises(GateUnusable, match="chown") as caught, write_gate():
                pass
        finally:
            os.seteuid(0)
        assert str(lock) in str(caught.value)
        os.chown(lock, 65534, 65534)
        os.seteuid(65534)
        try:
            with write_gate():
                pass
        finally:
            os.seteuid(0)


def test_a_lock_file_that_cannot_be_opened_is_named(on_disk: None, tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3.lock").mkdir()
    with pytest.raises(GateUnusable, match=r"x\.sqlite3\.lock"), write_gate():
        pass
