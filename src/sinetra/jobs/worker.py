"""The worker: drains the outbox, in a process of its own or beside the server."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import Finalize
from pathlib import Path

from django.db import DatabaseError, close_old_connections, connection

from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import find_handlers
from sinetra.core.errors import SinetraError
from sinetra.jobs.sweep import sweep
from sinetra.ports.clock import now
from sinetra.ports.queue import Queue, Task

log = logging.getLogger("sinetra.jobs")
IDLE_SECONDS = 1.0
SWEEP_SECONDS = 60.0
BEAT_SECONDS = 10.0


def work_until(stop: threading.Event, queue: Queue | None = None) -> None:
    """Until ``stop`` is set; then the task at hand is finished. A database or disk that is away is waited for."""
    queue = queue or outbox()
    next_sweep = 0.0
    while not stop.is_set():
        try:
            close_old_connections()
            if now().timestamp() >= next_sweep:
                sweep(queue)
                next_sweep = now().timestamp() + SWEEP_SECONDS
            if not work_once(queue):
                stop.wait(IDLE_SECONDS)
        except (DatabaseError, OSError) as error:
            # OSError: no file may be opened just now (the gate's), or the disk is full. Nobody restarts this thread.
            log.warning("outbox: %s", type(error).__name__)
            connection.close()
            stop.wait(5 * IDLE_SECONDS)


def drain(queue: Queue | None = None) -> int:
    """Everything that is due now; how many tasks were tried."""
    queue = queue or outbox()
    tried = 0
    while work_once(queue):
        tried += 1
    return tried


def work_once(queue: Queue) -> bool:
    """One task. False when none is due."""
    task = queue.claim(now())
    if task is None:
        return False
    try:
        with _heartbeat(queue, task):
            find_handlers()[task.name](task.payload)
    except Exception as error:
        queue.fail(task, now(), describe(error))
        log.warning("%s failed, attempt %d: %s", task.name, task.attempts, type(error).__name__)
    else:
        queue.done(task, now())
    return True


def describe(error: Exception) -> str:
    """Kind and place. Not the message: it may quote what people wrote."""
    if isinstance(error, KeyError) and error.__traceback__ and error.__traceback__.tb_next is None:
        return f"no handler {error}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    code = f" {error.code}" if isinstance(error, SinetraError) else ""
    return f"{type(error).__name__}{code} at {place}"


@contextmanager
def _heartbeat(queue: Queue, task: Task) -> Iterator[None]:
    """Prolongs the lease while the handler runs, from a thread with a connection of its own."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(BEAT_SECONDS):
            try:
                queue.beat(task, now())
            except (DatabaseError, OSError) as error:
                log.warning("heartbeat: %s", type(error).__name__)
        connection.close()

    thread = threading.Thread(target=beat, name="outbox-heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def final_checkpoint() -> None:
    """At shutdown: what was written since the last hour is sealed too."""
    from sinetra.apps.audit.checkpoints import make_checkpoint

    try:
        make_checkpoint()
    except (SinetraError, DatabaseError, OSError) as error:
        log.warning("no checkpoint at shutdown: %s", type(error).__name__)


def start_in_process() -> threading.Event:
    """A worker thread beside the server; it ends, with a checkpoint, when the process does. The event stops it."""
    stop = threading.Event()

    def work() -> None:
        try:
            work_until(stop)
            final_checkpoint()
        finally:
            connection.close()

    thread = threading.Thread(target=work, name="outbox-worker", daemon=True)
    thread.start()

    def end() -> None:
        stop.set()
        thread.join(timeout=10)

    # The server's workers are children of multiprocessing: these call finalizers at their end, but not atexit.
    Finalize(None, end, exitpriority=10)
    return stop
