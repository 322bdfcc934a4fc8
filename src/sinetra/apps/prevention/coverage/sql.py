"""Small differences between SQLite and PostgreSQL, and statements for many units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models

_UUID: models.UUIDField[Any, Any] = models.UUIDField()
CHUNK = 400


def key(value: UUID) -> Any:
    """An id as this database keeps it."""
    return _UUID.get_db_prep_value(value, connection)


def id_type() -> str:
    """What this database calls the type of an id."""
    return "uuid" if connection.vendor == "postgresql" else "text"


def day(column: str) -> str:
    """SQL for a date or an instant (UTC) as ``2024-11-22``."""
    return f"substr(CAST({column} AS text), 1, 10)"


def run(statement: str, parameters: Sequence[Any] = ()) -> int:
    """How many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters))
        return int(cursor.rowcount)


def rows(statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters))
        return list(cursor.fetchall())


def ids(found: Sequence[tuple[Any, ...]]) -> set[UUID]:
    """The first column as ids; SQLite keeps them as text."""
    return {row[0] if isinstance(row[0], UUID) else UUID(row[0]) for row in found if row[0] is not None}


def chunks(values: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    """``(%s, %s, …)`` with its parameters, for lists that may be long."""
    for start in range(0, len(values), CHUNK):
        part = [key(value) for value in values[start : start + CHUNK]]
        yield "(" + ", ".join(["%s"] * len(part)) + ")", part
