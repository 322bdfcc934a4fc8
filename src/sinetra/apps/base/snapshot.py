"""Transactions in which others go on writing: one unchanging view for a long read, and one for temporary tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def read_snapshot() -> Iterator[None]:
    """One view of the whole database. PostgreSQL: REPEATABLE READ, READ ONLY. Inside another transaction: that one."""
    alone = not connection.in_atomic_block
    with scratch():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def scratch() -> Iterator[None]:
    """Writes to temporary tables only. SQLite: a deferred transaction sees the WAL as it was at its first read, and
    blocks no writer (``atomic()`` would: it is BEGIN IMMEDIATE). Inside another transaction: a part of it, which fails
    alone."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        _run("BEGIN DEFERRED")
        try:
            yield
        except BaseException:
            _run("ROLLBACK")
            raise
        _run("COMMIT")
    else:
        with transaction.atomic():
            yield


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
