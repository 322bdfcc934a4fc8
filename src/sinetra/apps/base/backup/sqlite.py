"""The SQLite database, copied while it is written to (online backup API)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection, connections

from sinetra.apps.base.backup.manifest import LEFT_OUT
from sinetra.core.errors import VerificationFailed, gettext_noop

NAME = "database/sinetra.sqlite3"


def dump(folder: Path) -> dict[str, list[str]]:
    """Writes the copy into ``folder``; no tables of its own. Errors: ``VerificationFailed`` for a damaged database."""
    target = folder / NAME
    target.parent.mkdir(parents=True)
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _leave_out(copy)
        [(answer,)] = copy.execute("PRAGMA quick_check(1)").fetchall()
    if answer != "ok":
        raise VerificationFailed(gettext_noop("Basis data rusak: %(answer)s"), answer=answer)
    return {}


def _leave_out(copy: sqlite3.Connection) -> None:
    """The bytes too, not only the rows."""
    there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    copy.execute("PRAGMA secure_delete=ON")
    for table in there & set(LEFT_OUT):
        copy.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
    copy.commit()


def is_empty() -> bool:
    path = Path(connection.settings_dict["NAME"])
    return not path.exists() or path.stat().st_size == 0


def load(folder: Path) -> None:
    """Puts the copy in its place. There is none yet (``is_empty``)."""
    path = Path(connection.settings_dict["NAME"])
    connections.close_all()
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / NAME).replace(path)
