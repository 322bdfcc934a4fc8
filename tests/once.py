"""Sample data made by its real loader once in a process, and laid into the database of each further test as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from sinetra.ports.clock import legal_clock

Row = tuple[Any, ...]
Rows = dict[type[Model], dict[Any, Row]]


class Once:
    """``once("city", load)``: as ``load()``, from the second time on without its work.

    Only where the database is just as it was the first time: what stands in it besides makes ``load`` run again.
    """

    _kept: dict[tuple[Any, ...], Rows] = {}

    def __init__(self) -> None:
        self._loaded: tuple[str, ...] = ()

    def __call__(self, name: str, load: Callable[[], object]) -> None:
        where = (str(settings.SINETRA_KEYS), legal_clock().today())
        key = (*self._loaded, name, *where, *_counts())
        if key in self._kept:
            _lay(self._kept[key])
        else:
            before = _rows()
            load()
            self._kept[key] = _new(before, _rows())
        self._loaded = (*self._loaded, name)


def _models() -> list[type[Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _counts() -> Row:
    name = connection.ops.quote_name
    sums = ", ".join(f"(SELECT COUNT(*) FROM {name(model._meta.db_table)})" for model in _models())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {sums}")
        return tuple(cursor.fetchone())


def _columns(model: type[Model]) -> list[str]:
    """The key first."""
    fields = sorted(model._meta.local_concrete_fields, key=lambda field: not field.primary_key)
    return [connection.ops.quote_name(str(field.column)) for field in fields]


def _rows() -> Rows:
    found: Rows = {}
    with connection.cursor() as cursor:
        for model in _models():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT {', '.join(_columns(model))} FROM {table}")
            found[model] = {row[0]: tuple(map(_plain, row)) for row in cursor.fetchall()}
    return found


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _new(before: Rows, after: Rows) -> Rows:
    """What came or changed. Loaders delete nothing."""
    found: Rows = {}
    for model, rows in after.items():
        assert before[model].keys() <= rows.keys(), model
        if more := {key: row for key, row in rows.items() if before[model].get(key) != row}:
            found[model] = more
    return found


def _lay(rows: Rows) -> None:
    with connection.cursor() as cursor:
        for model, kept in rows.items():
            columns = _columns(model)
            table = connection.ops.quote_name(model._meta.db_table)
            marks = ", ".join(["%s"] * len(columns))
            change = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
            # A row that only the loader makes has no twin; one that it changes keeps its key.
            cursor.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
                f" ON CONFLICT ({columns[0]}) DO {f'UPDATE SET {change}' if change else 'NOTHING'}",
                list(kept.values()),
            )
        for line in _sequences(rows):
            cursor.execute(line)


def _sequences(models: Iterable[type[Model]]) -> list[str]:
    return connection.ops.sequence_reset_sql(no_style(), list(models))
