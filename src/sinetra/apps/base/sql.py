"""Statements past the ORM: what SQLite and PostgreSQL call things, and how each keeps an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection


def execute(statement: str, params: Any = None) -> int:
    """How many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return int(cursor.rowcount)


def read(statement: str, params: Sequence[Any] = (), *, size: int = 2000) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT, a chunk at a time and in constant memory. Over tables that nobody writes meanwhile."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, list(params))
        while rows := cursor.fetchmany(size):
            yield from rows


def analyse(table: str) -> None:
    """PostgreSQL plans blindly over a table that was just filled; SQLite keeps the plan that its statements say."""
    if connection.vendor == "postgresql":
        execute(f"ANALYZE {table}")


def key_to_driver(value: UUID | None) -> Any:
    """An id as this database keeps it, and as a column of ``key_type`` takes it."""
    return value.hex if value is not None and connection.vendor == "sqlite" else value


def key_from_driver(value: Any) -> UUID:
    return UUID(hex=value) if isinstance(value, str) else value


def key_type() -> str:
    return "uuid" if connection.vendor == "postgresql" else "char(32)"
