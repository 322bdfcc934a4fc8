"""The worker dies in the middle of a task; another does it again, and nothing promised is lost."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

from installation import Installation

WORKER = Path(__file__).parent / "noting_worker.py"
PROMISE = """
from sinetra.apps.base.outbox import outbox
from sinetra.ports.clock import now
for n in range({count}):
    outbox().add("faults.note", {{"n": n}}, key=f"note-{{n}}", run_after=now())
"""


def wait_for(condition: Callable[[], bool], seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it does not come"
        time.sleep(0.1)


def lines(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []


def test_a_task_whose_worker_was_killed_is_done_by_the_next(place: Installation) -> None:
    place.shell(PROMISE.format(count=1))
    first = place.start(WORKER, place.folder, NOTE_SECONDS="60")
    wait_for(lambda: lines(place.folder / "begun") == ["0"])
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert lines(place.folder / "done") == []
    assert place.sql("SELECT state FROM base_outboxtask WHERE name = 'faults.note'") == [("running",)]
    # The lease and the wait before the second attempt are over.
    long_ago = "'2020-01-01 00:00:00+00:00'" if place.database_url else "'2020-01-01 00:00:00'"
    place.sql(f"UPDATE base_outboxtask SET heartbeat_at = {long_ago} WHERE state = 'running'")
    place.shell("from sinetra.jobs.sweep import sweep; sweep()")
    place.sql(f"UPDATE base_outboxtask SET run_after = {long_ago} WHERE state = 'waiting'")
    second = place.start(WORKER, place.folder)
    wait_for(lambda: lines(place.folder / "done") == ["0"])
    second.terminate()
    _, errors = second.communicate(timeout=60)
    assert second.returncode == 0, errors
    assert place.sql("SELECT state, attempts FROM base_outboxtask WHERE name = 'faults.note'") == [("done", 2)]
    assert [path.name for path in (place.folder / "checkpoints").iterdir()], "no checkpoint at shutdown"
    assert place.verify()["ok"]


def test_two_workers_do_every_task_once(place: Installation) -> None:
    place.shell(PROMISE.format(count=60))
    workers = [place.start(WORKER, place.folder) for _ in range(2)]
    wait_for(lambda: len(lines(place.folder / "done")) >= 60)
    for worker in workers:
        worker.terminate()
        _, errors = worker.communicate(timeout=60)
        assert worker.returncode == 0, errors
    assert sorted(lines(place.folder / "done"), key=int) == [str(n) for n in range(60)]
