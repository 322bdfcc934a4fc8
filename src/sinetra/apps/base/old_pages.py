"""What SQLite still holds of rows that were changed: the write-ahead log keeps old pages until it is emptied."""

from __future__ import annotations

from django.db import connection


def drop_old_pages() -> None:
    """Empties the write-ahead log; the database file itself keeps nothing (``secure_delete``). No error when a reader
    is in the way: the next run does it. PostgreSQL: its own VACUUM does (docs/operations)."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
