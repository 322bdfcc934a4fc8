"""A table of acts, one a row, read into codes. A column has the name of a field as in ``sinetra decide``.

An empty cell is unknown. The entries of a list are joined by ``;``, and ``[]`` is the list that is known to be empty.
What cannot be read makes its row bad; why, the reading of that one act says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.codes import Codes, coding
from sinetra.core.law.facts import GIVEN, IN_ORDER, OF_THE_SUBJECT, read_day, read_value
from sinetra.core.law.screen_columns import EPOCH
from sinetra.core.law.vocabulary import CONTEXT_CODES, CONTEXT_DATES, FIELDS, FieldType

Days = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
ACCEPTED = (*CONTEXT_DATES, *CONTEXT_CODES, *GIVEN)
_UNKNOWN, _BAD = -1, -2
_LIST_MARK = "[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A column of codes of elections or regions: ``names[index]``, -1 for an unknown one."""

    index: npt.NDArray[np.int64]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """``codes``: by field, of those that the table has. ``days``: ordinals by context date, -1 when unknown."""

    length: int
    codes: Mapping[str, Codes]
    days: Mapping[str, Days]
    names: Mapping[str, Names]
    bad: Bools


def check_columns(names: Iterable[str]) -> None:
    """Errors: ``BadInput`` for a column that is unknown or there twice."""
    seen: set[str] = set()
    for name in names:
        if name not in ACCEPTED:
            raise BadInput(
                gettext_noop("Kolom %(field)s tidak dikenal; yang diterima: %(accepted)s"),
                field=name or '""',
                accepted=ACCEPTED,
            )
        if name in seen:
            raise BadInput(gettext_noop("Kolom %(field)s ada dua kali"), field=name)
        seen.add(name)


def read_rows(batch: pa.RecordBatch) -> Rows:
    """The acts of a batch whose columns :func:`check_columns` has seen, in the types of ``screen_columns.plain``."""
    bad = np.zeros(batch.num_rows, np.bool_)
    codes, days, names = {}, {}, {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if name in CONTEXT_DATES:
            days[name] = _days(name, column, bad)
        elif name in CONTEXT_CODES:
            names[name] = _names(column)
        else:
            codes[name] = _codes(name, column, bad)
    _mark_order(days, bad)
    _mark_ruled_out(codes, bad)
    return Rows(length=batch.num_rows, codes=codes, days=days, names=names, bad=bad)


def acts_of(batch: pa.RecordBatch, rows: npt.NDArray[np.int64]) -> Iterator[dict[str, Any]]:
    """Acts in the shape of ``sinetra decide``, for :func:`sinetra.core.law.facts.parse_facts`."""
    for act in batch.take(pa.array(rows)).to_pylist():
        found: dict[str, Any] = {"subject": {}, "act": {}}
        for name, value in act.items():
            group, _, key = name.partition(".")
            if key:
                found[group][key] = _cell(name, value)
            else:
                found[name] = _text(value)
        yield found


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)


def _cell(name: str, value: object) -> object:
    """A cell as JSON would have it; what cannot be is left as it is, for the error to show."""
    kind = FIELDS[name].type
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        return value
    if kind is FieldType.FLAG:
        return {"true": True, "false": False}.get(value.strip().lower(), value)
    if kind is FieldType.LIST:
        return [] if value.strip() == _LIST_MARK else [part.strip() for part in value.split(";")]
    if kind is FieldType.AMOUNT:
        try:
            return float(value)
        except ValueError:
            return value
    return value


def _distinct(column: pa.Array, read: Callable[[Any], int]) -> Days:
    """``read`` of each distinct value; -1 where there is none."""
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    table = np.array([*(read(value) for value in coded.dictionary.to_pylist()), _UNKNOWN], np.int64)
    found: Days = table[pc.fill_null(coded.indices.cast(pa.int64()), len(table) - 1).to_numpy(zero_copy_only=False)]
    return found


def _codes(name: str, column: pa.Array, bad: Bools) -> Codes:
    own = coding(name)

    def read(value: object) -> int:
        cell = _cell(name, value)
        try:
            return _UNKNOWN if cell is None else own.code_of[read_value(name, cell)]
        except BadInput:
            return _BAD

    if pa.types.is_list(column.type):
        empty = pc.equal(pc.list_value_length(column), 0)
        texts = pc.if_else(empty, _LIST_MARK, pc.binary_join(column, ";"))
        # A list with an entry that is null is no list of known entries; it joins to null.
        bad |= pc.and_(pc.is_null(texts), pc.is_valid(column)).to_numpy(zero_copy_only=False)
        column = texts
    amounts = FIELDS[name].type is FieldType.AMOUNT and _is_number(column)
    found = _amounts(column) if amounts else _distinct(column, read)
    bad |= found == _BAD
    return np.where(found < 0, own.unknown, found).astype(np.uint8)


def _is_number(column: pa.Array) -> bool:
    return bool(pa.types.is_integer(column.type) or pa.types.is_floating(column.type))


def _amounts(column: pa.Array) -> Days:
    """Amounts matter only in so far as there was one."""
    values = pc.fill_null(column.cast(pa.float64(), safe=False), np.nan).to_numpy(zero_copy_only=False)
    own = coding("act.money_value_idr").code_of
    known = np.where(values > 0, own["some"], own["none"])
    wrong = (values < 0) | np.isinf(values)
    nothing = column.is_null().to_numpy(zero_copy_only=False)
    return np.where(nothing, _UNKNOWN, np.where(wrong | np.isnan(values), _BAD, known)).astype(np.int64)


def _days(name: str, column: pa.Array, bad: Bools) -> Days:
    def read(value: object) -> int:
        try:
            day = read_day(name, _text(value))
        except BadInput:
            return _BAD
        return _UNKNOWN if day is None else day.toordinal()

    if pa.types.is_date32(column.type):
        found: Days = pc.fill_null(pc.add(column.cast(pa.int32()).cast(pa.int64()), EPOCH), _UNKNOWN).to_numpy()
    else:
        found = _distinct(column, read)
    bad |= found == _BAD
    return np.where(found < 0, _UNKNOWN, found)


def _names(column: pa.Array) -> Names:
    seen: dict[str, int] = {}

    def read(value: object) -> int:
        return _UNKNOWN if value in (None, "") else seen.setdefault(str(value), len(seen))

    return Names(index=_distinct(column, read), names=tuple(seen))


def _mark_order(days: Mapping[str, Days], bad: Bools) -> None:
    for earlier, later in IN_ORDER:
        if earlier in days and later in days:
            bad |= (days[later] >= 0) & (days[later] < days[earlier])


def _mark_ruled_out(codes: Mapping[str, Codes], bad: Bools) -> None:
    for name in OF_THE_SUBJECT:
        needed = FIELDS[name].dependency
        if name not in codes or needed is None or needed.parent not in codes:
            continue
        parent = coding(needed.parent)
        allowed = np.array([key is None or key in needed.values for key in parent.keys])
        bad |= (codes[name] != coding(name).unknown) & ~allowed[codes[needed.parent]]
