"""An edition as one flat table, a row a cell, in the formats that other software reads."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from sinetra.core.statistics.edition import Edition, Table

#: Column → kind (``string``, ``integer``, ``boolean``, ``date``).
COLUMNS = {
    "edition": "date",
    "table": "string",
    "unit": "string",
    "dimension": "string",
    "status": "string",
    "code": "string",
    "value": "integer",
    "withheld": "boolean",
}
FlatRow = tuple[str, str, str, str, str, str, int | None, bool]


def flat_rows(edition: Edition, tables: Iterable[Table] | None = None) -> list[FlatRow]:
    """All tables of the edition, or some. ``*``: all statuses, or all codes."""
    day = edition.as_of.isoformat()
    return [
        (day, table.name, table.unit, table.dimension, row.status, row.code, row.value, row.value is None)
        for table in (edition.tables if tables is None else tables)
        for row in table.rows
    ]


def as_csv(rows: Sequence[FlatRow]) -> bytes:
    """UTF-8 with a header; an empty value is withheld, and ``withheld`` says so as 0 or 1."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for *told, value, withheld in rows:
        writer.writerow([*told, "" if value is None else value, int(withheld)])
    return out.getvalue().encode()


def as_parquet(rows: Sequence[FlatRow]) -> bytes:
    """One row group; null is withheld."""
    import pyarrow as pa
    import pyarrow.parquet

    kinds = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "date": pa.string()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    table = pa.table(
        [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema=schema
    )
    out = BytesIO()
    pa.parquet.write_table(table, out)
    return out.getvalue()
