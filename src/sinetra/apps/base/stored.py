"""Single rows by statements that are made once a model. To build a statement anew takes Django longer than the database
needs for it, and each unit of work writes its rows one by one and reads them back for their digests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from sinetra.apps.base.row import Row, digester
from sinetra.apps.base.sql import key_to_driver

_Convert = Callable[[Any, Any, Any], Any]


def insert_new(rows: Sequence[models.Model]) -> None:
    """As ``bulk_create`` for rows of one model whose columns the database does not make, but for an id that counts up
    (and is not told). Errors: ``IntegrityError``."""
    statement, fields = _insert(type(rows[0]), connection.vendor)
    values = [[field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        if len(values) == 1:
            cursor.execute(statement, values[0])
        else:
            cursor.executemany(statement, values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def stored_digests(model: type[Row], keys: Iterable[UUID]) -> Iterator[tuple[UUID, str]]:
    """Id and digest of the rows as the database holds them now; a row that is not there has none."""
    wanted = list(keys)
    statement, turned, own_id = _select(model, connection.vendor)
    digest = _digester(model)
    places = ", ".join(["%s"] * len(wanted))
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ({places})", [key_to_driver(key) for key in wanted])
        while found := cursor.fetchmany(2000):
            for stored in found:
                values = list(stored)
                for place, expression, convert in turned:
                    values[place] = convert(values[place], expression, connection)
                yield values[own_id], digest(values).hex()


@cache
def _digester(model: type[Row]) -> Callable[[Sequence[Any]], bytes]:
    return digester(model)


@cache
def _insert(model: type[models.Model], vendor: str) -> tuple[str, list[models.Field[Any, Any]]]:
    """``vendor``: each kind of database has its own."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {table} ({names}) VALUES ({places})", fields  # noqa: S608 - names of ours


@cache
def _select(model: type[Row], vendor: str) -> tuple[str, list[tuple[int, Any, _Convert]], int]:
    """The statement up to the keys, what turns which column into the value of its field, and the place of the id."""
    table, fields = model._meta.db_table, model._meta.concrete_fields
    turned: list[tuple[int, Any, _Convert]] = []
    for place, field in enumerate(fields):
        expression = field.get_col(table)
        found = [*connection.ops.get_db_converters(expression), *expression.get_db_converters(connection)]
        turned += [(place, expression, convert) for convert in found]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    own_id = [field.name for field in fields].index("id")
    return f"SELECT {names} FROM {quote(table)} WHERE {quote('id')} IN", turned, own_id  # noqa: S608 - names of ours
