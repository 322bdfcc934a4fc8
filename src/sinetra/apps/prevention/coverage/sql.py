"""Dates and many ids in statements of coverage; the rest of what the databases differ in is in ``base.sql``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from sinetra.apps.base.sql import key_from_driver, key_to_driver

CHUNK = 400


def day(column: str) -> str:
    """SQL for a date or an instant (UTC) as ``2024-11-22``."""
    return f"substr(CAST({column} AS text), 1, 10)"


def rows(statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(parameters))
        return list(cursor.fetchall())


def ids(found: Sequence[tuple[Any, ...]]) -> set[UUID]:
    """The first column as ids."""
    return {key_from_driver(row[0]) for row in found if row[0] is not None}


def chunks(values: Sequence[UUID]) -> Iterator[tuple[str, list[Any]]]:
    """``(%s, %s, …)`` with its parameters, for lists that may be long."""
    for start in range(0, len(values), CHUNK):
        part = [key_to_driver(value) for value in values[start : start + CHUNK]]
        yield "(" + ", ".join(["%s"] * len(part)) + ")", part
