"""The PostgreSQL database as rows, one file a table (COPY), on one snapshot; no program of PostgreSQL is needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from sinetra.apps.base.backup.manifest import LEFT_OUT
from sinetra.apps.base.snapshot import read_snapshot

_OWN = "django_migrations"  # made by migrating, on both sides


def dump(folder: Path) -> dict[str, list[str]]:
    """Table to its columns, in the order of the files ``database/TABLE.copy``."""
    (folder / "database").mkdir(parents=True)
    with read_snapshot(), connection.cursor() as cursor:
        tables = {name: _columns(cursor, name) for name in _tables(cursor) if name not in LEFT_OUT}
        for name, columns in tables.items():
            with (
                (folder / "database" / f"{name}.copy").open("wb") as file,
                cursor.copy(f"COPY {_list(name, columns)} TO STDOUT") as copy,
            ):
                for chunk in copy:
                    file.write(chunk)
    return tables


def is_empty() -> bool:
    """No table, or only what migrating makes."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def load(folder: Path, tables: Mapping[str, list[str]], migrations: Mapping[str, list[str]]) -> None:
    """Migrates to the state of the backup, then fills the tables in one transaction."""
    for app, names in migrations.items():
        call_command("migrate", app, names[-1], verbosity=0, interactive=False, skip_checks=True)
    with transaction.atomic(), connection.cursor() as cursor:
        for name in _tables(cursor):
            cursor.execute(f"DELETE FROM {_quote(name)}")  # noqa: S608 - rows that migrating made
        for name, columns in tables.items():
            with (
                (folder / "database" / f"{name}.copy").open("rb") as file,
                cursor.copy(f"COPY {_list(name, columns)} FROM STDIN") as copy,
            ):
                while chunk := file.read(1 << 20):
                    copy.write(chunk)
        _advance_sequences(cursor)


def _advance_sequences(cursor: Any) -> None:
    for name in _tables(cursor):
        for sequence in connection.introspection.get_sequences(cursor, name):
            table, column = _quote(name), _quote(str(sequence["column"]))
            last = f"SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}"  # noqa: S608 - names from the database
            cursor.execute(f"SELECT setval(%s, ({last}), false)", [sequence["name"]])


def _tables(cursor: Any) -> list[str]:
    return sorted(name for name in connection.introspection.table_names(cursor) if name != _OWN)


def _columns(cursor: Any, table: str) -> list[str]:
    return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def _list(table: str, columns: list[str]) -> str:
    return f"{_quote(table)} ({', '.join(_quote(column) for column in columns)})"


def _quote(name: str) -> str:
    return connection.ops.quote_name(name)
