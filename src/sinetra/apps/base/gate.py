"""One writer at a time on SQLite: a lock file that queues fairly where SQLite's busy handler would poll.

On PostgreSQL the database does this itself and the gate is open. Figures: bench/results.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.db import connection

from sinetra.core.errors import SinetraError, gettext_noop


class GateUnusable(SinetraError):
    """The lock file cannot be opened: mostly made by another account, as by ``sudo sinetra …``."""

    code = "lock_file"


@contextmanager
def write_gate() -> Iterator[None]:
    """Held from just before BEGIN IMMEDIATE to after COMMIT. The kernel lets go when the process dies.

    Errors: ``GateUnusable``.
    """
    name = connection.settings_dict["NAME"]
    if connection.vendor != "sqlite" or ":memory:" in str(name) or "mode=memory" in str(name):
        yield
        return
    with _lock_file(f"{name}.lock") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)


def _lock_file(name: str) -> IO[str]:
    try:
        return open(name, "a")  # noqa: PTH123 - may be a URI of the test database; closed by the caller
    except OSError as error:
        message = gettext_noop(
            "Berkas kunci tulis %(path)s tidak dapat dibuka (%(reason)s). Berikan berkas itu kepada akun "
            "yang menjalankan Sinetra (chown), atau hapus saat semua proses berhenti."
        )
        raise GateUnusable(message, path=name, reason=error.strerror or type(error).__name__) from error
