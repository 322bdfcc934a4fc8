"""Rows by the thousand: COPY on PostgreSQL, ``executemany`` on SQLite, and their digests without a model object each.

Used by ``Work.create_many`` and ``Work.change_many`` and, for temporary tables, by whoever stages a file.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db import DatabaseError, connection, models

from sinetra.apps.base.row import Row, bare
from sinetra.core.ids import uuid7

T = TypeVar("T")
# Rows of one audit entry: a proof that a row belongs to it has 14 hashes, a check of it needs a megabyte.
BLOCK = 10_000


def blocks(rows: Iterable[T], size: int = BLOCK) -> Iterator[list[T]]:
    rest = iter(rows)
    while block := list(islice(rest, size)):
        yield block


def ordered_ids(count: int) -> list[UUID]:
    """New ids, ascending: rows of one block lie together in its order."""
    stamp = time.time_ns() // 1_000_000
    return [uuid7(stamp, noise) for noise in sorted(secrets.randbits(74) for _ in range(count))]


def insert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """``rows`` as the driver takes them (see ``to_driver``)."""
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
                for some in blocks(map(_copied, rows), 500):
                    copy.write("".join(some))
        else:
            places = ", ".join(["?"] * len(columns))
            # Past Django's cursor: it would rewrite the statement, and note each row of it.
            cursor.connection.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)  # noqa: S608


def _copied(row: Sequence[Any]) -> str:
    """A line of COPY in text form; the driver's own writer takes three times as long."""
    return "\t".join(map(_copied_value, row)) + "\n"


def _copied_value(value: Any) -> str:
    if value.__class__ is str:
        return value if value.isprintable() and "\\" not in value else value.translate(_ESCAPES)
    if value is None:
        return "\\N"
    if isinstance(value, dict | list):
        return _copied_value(json.dumps(value))
    return f"\\\\x{value.hex()}" if isinstance(value, bytes) else str(value)


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def to_driver(model: type[models.Model], columns: Sequence[str]) -> Callable[[Sequence[Any]], list[Any]]:
    """Values of a row as the database driver takes them: SQLite keeps ids and instants as text."""
    fields = {field.column: field for field in model._meta.concrete_fields}
    if connection.vendor == "postgresql":
        return list
    turned = [(place, turn) for place, name in enumerate(columns) if (turn := _for_sqlite(fields[name])) is not None]

    def convert(row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for place, turn in turned:
            if values[place] is not None:
                values[place] = turn(values[place])
        return values

    return convert


def _for_sqlite(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    kind = getattr(field, "target_field", field).get_internal_type()
    if kind == "UUIDField":
        return lambda value: value.hex
    if kind == "DateTimeField":
        return _instant
    if kind == "JSONField":
        return json.dumps
    return connection.ops.adapt_datefield_value if kind == "DateField" else None


def _instant(value: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(value)


def completed(
    model: type[Row], columns: Sequence[str], rows: Sequence[Sequence[Any]], organisation: UUID, at: datetime
) -> list[list[Any]]:
    """The rows with every column of the table: ids, salts and defaults where ``columns`` names none."""
    fields = model._meta.concrete_fields
    where = {name: place for place, name in enumerate(columns)}
    ids = ordered_ids(len(rows))
    salts = secrets.token_bytes(16 * len(rows))
    plain = [None if field.column in where else bare(field.get_default()) for field in fields]
    places = [(n, where[field.column]) for n, field in enumerate(fields) if field.column in where]
    names = [field.column for field in fields]
    own_id, salt = names.index("id"), names.index("salt")
    plain[names.index("organisation_id")] = organisation
    plain[names.index("created_at")] = at
    made = []
    for number, row in enumerate(rows):
        values = plain.copy()
        values[own_id] = ids[number]
        values[salt] = salts[16 * number : 16 * number + 16]
        for n, place in places:
            values[n] = row[place]
        made.append(values)
    return made


@contextmanager
def updates(model: type[Row], columns: Sequence[str]) -> Iterator[Callable[[Sequence[Sequence[Any]]], int]]:
    """One statement a call, for rows of id, version and the values of ``columns``; it tells how many of them still had
    that version."""
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ["id", "version", *columns]
    types = {field.column: field.db_type(connection) for field in model._meta.concrete_fields}
    fresh = ", ".join(f"{quote(name)} = changed.{quote(name)}" for name in columns)
    convert = to_driver(model, names)

    def update(rows: Sequence[Sequence[Any]]) -> int:
        insert(_CHANGES, names, map(convert, rows))
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET version = {table}.version + 1, {fresh} FROM {_CHANGES} AS changed "  # noqa: S608
                f"WHERE {table}.id = changed.id AND {table}.version = changed.version"
            )
            done = int(cursor.rowcount)
            cursor.execute(f"DELETE FROM {_CHANGES}")  # noqa: S608 - a name of ours
        return done

    with temporary_table(_CHANGES, ", ".join(f"{quote(name)} {types[name]}" for name in names)):
        yield update


@contextmanager
def temporary_table(name: str, columns: str) -> Iterator[None]:
    """A table that this connection alone sees; gone afterwards, also when what is done with it is refused."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {name}")
        cursor.execute(f"CREATE TEMP TABLE {name} ({columns})")
    try:
        yield
    except BaseException:
        # It cannot be dropped while it is read, nor in a transaction that is lost; what it held is gone in both.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608 - a name of ours
        raise
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {name}")


_CHANGES = "bulk_changes"
