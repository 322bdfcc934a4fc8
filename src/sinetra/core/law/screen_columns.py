"""The columns of a table in the few Arrow types that the reading knows, whatever wrote the table."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.vocabulary import CONTEXT_DATES, FIELDS, FieldType

#: Days from 1 January of the year 1, day 1, to the epoch of Arrow's dates.
EPOCH = 719163
_TEXTS = pa.list_(pa.string())


def plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch with texts as strings, lists as lists of strings, decimal numbers as floats, days without a time.

    Errors: ``BadInput`` for a column of a type that its field cannot have.
    """
    columns = [_plain(name, column) for name, column in zip(batch.schema.names, batch.columns, strict=True)]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _plain(name: str, column: pa.Array) -> pa.Array:
    kind, test = column.type, pa.types
    try:
        if test.is_list_view(kind) or test.is_large_list_view(kind):
            # Arrow 26 casts these to arrays that are not valid.
            column = pa.array(column.to_pylist())
            kind = column.type
        if test.is_list(kind) or test.is_large_list(kind) or test.is_fixed_size_list(kind):
            if name in FIELDS and FIELDS[name].type is FieldType.LIST:
                return column.cast(_TEXTS)
        elif test.is_string_view(kind) or test.is_binary(kind) or test.is_large_binary(kind):
            return column.cast(pa.string())
        elif test.is_decimal(kind):
            return column.cast(pa.float64())
        elif name in CONTEXT_DATES and (test.is_timestamp(kind) or test.is_date64(kind)):
            return _days(column)
        elif test.is_date32(kind):
            return column if _in_calendar(column) else column.cast(pa.string())
        elif _is_known(kind.value_type if test.is_dictionary(kind) else kind):
            return column
    except pa.ArrowException as error:
        raise _wrong(name, kind) from error
    raise _wrong(name, kind)


def _is_known(kind: pa.DataType) -> bool:
    test = pa.types
    return bool(
        test.is_string(kind)
        or test.is_large_string(kind)
        or test.is_boolean(kind)
        or test.is_integer(kind)
        or test.is_floating(kind)
        or test.is_date(kind)
        or test.is_timestamp(kind)
        or test.is_null(kind)
    )


def _days(column: pa.Array) -> pa.Array:
    """Midnights as days (that is how data frames write them); with any other time, texts, for the error to show."""
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        column = pc.local_timestamp(column)
    days = column.cast(pa.date32(), safe=False)
    midnight = pc.equal(days.cast(column.type), column)
    if pc.all(midnight).as_py() is not False and _in_calendar(days):
        return days
    return pc.if_else(midnight, days.cast(pa.string()), column.cast(pa.string()))


def _in_calendar(days: pa.Array) -> bool:
    ends = pc.min_max(days.cast(pa.int32()))
    first, last = ends["min"].as_py(), ends["max"].as_py()
    return first is None or (first + EPOCH >= 1 and last + EPOCH <= date.max.toordinal())


def _wrong(name: str, kind: pa.DataType) -> BadInput:
    return BadInput(
        gettext_noop("Kolom %(field)s: jenis Arrow %(kind)s tidak dapat dibaca sebagai isian itu"),
        field=name,
        kind=str(kind),
    )
