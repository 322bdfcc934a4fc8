"""One writer at a time on SQLite: a lock file that queues fairly where SQLite's busy handler would poll.

On PostgreSQL the database does this itself and the gate is open. Figures: bench/results.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def write_gate() -> Iterator[None]:
    """Held from just before BEGIN IMMEDIATE to after COMMIT. The kernel lets go when the process dies."""
    name = connection.settings_dict["NAME"]
    if connection.vendor != "sqlite" or ":memory:" in str(name) or "mode=memory" in str(name):
        yield
        return
    with open(f"{name}.lock", "a") as handle:  # noqa: PTH123 - the name may be a URI of the test database
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
