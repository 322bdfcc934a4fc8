"""A table of transfers, one a row, read into codes. A column has the name of a field as in ``sinetra transfer-check``.

An empty cell is unknown. ``permit`` and ``technical_approval`` are ``false`` where there is none, ``true`` where there
is one. What cannot be read makes its row bad, and only that row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.transfers.transfer import parse_transfer

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
PLAIN = ("effective_on", "region", "election", "position", "heads_unit", "official_kind", "action", "ground")
LETTERS = ("permit", "technical_approval")
COLUMNS = (*PLAIN, *(f"{letter}{part}" for letter in LETTERS for part in ("", ".number", ".date")))
UNKNOWN = -1
_WORDS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``values[index]`` of each row; the first value is None, for an empty cell."""

    index: Ints
    values: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One batch. ``errors``: what is wrong with a row, the first of them."""

    length: int
    columns: dict[str, Column]
    numbers: dict[str, Bools]
    errors: dict[int, BadInput]

    def names(self, name: str) -> Column:
        """The values of a column; nothing but empty cells when the table has none of that name."""
        found = self.columns.get(name)
        return found if found is not None else Column(index=np.zeros(self.length, np.int64), values=(None,))

    def codes(self, name: str, values: Sequence[Any]) -> Ints:
        """The place of each row's value among ``values``; the first of them stands for an empty cell."""
        column = self.names(name)
        places = [0, *(values.index(value) for value in column.values[1:])]
        found: Ints = np.array(places, np.int64)[column.index]
        return found

    def day(self, name: str) -> Ints:
        """Ordinals, -1 when unknown."""
        column = self.names(name)
        days = np.array([UNKNOWN, *(value.toordinal() for value in column.values[1:])], np.int64)
        found: Ints = days[column.index]
        return found

    def given(self, name: str) -> Bools:
        """Where a number of a letter stands."""
        found = self.numbers.get(name)
        return found if found is not None else np.zeros(self.length, np.bool_)

    def denied(self, name: str) -> Bools:
        """Where a letter is said not to exist."""
        return self._said(name, exists=False)

    def affirmed(self, name: str) -> Bools:
        """Where a letter is said to exist."""
        return self._said(name, exists=True)

    def _said(self, name: str, *, exists: bool) -> Bools:
        column = self.names(name)
        found: Bools = np.array([value is exists for value in column.values], np.bool_)[column.index]
        return found

    def refuse(self, rows: Ints, error: BadInput) -> None:
        for row in rows:
            self.errors.setdefault(int(row), error)


def check_columns(names: Iterable[str]) -> None:
    """Errors: ``BadInput`` for a column that is unknown or there twice."""
    seen: set[str] = set()
    for name in names:
        if name not in COLUMNS:
            raise BadInput(
                gettext_noop("Kolom %(field)s tidak dikenal; yang diterima: %(accepted)s"),
                field=name or '""',
                accepted=COLUMNS,
            )
        if name in seen:
            raise BadInput(gettext_noop("Kolom %(field)s ada dua kali"), field=name)
        seen.add(name)


def read_cells(batch: pa.RecordBatch, damaged: Mapping[int, BadInput]) -> Cells:
    """The cells of a batch whose columns :func:`check_columns` has seen. ``damaged``: rows known to be wrong."""
    cells = Cells(length=batch.num_rows, columns={}, numbers={}, errors=dict(damaged))
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if name.endswith(".number"):
            cells.numbers[name] = _filled(column)
        else:
            cells.columns[name] = _column(name, column, cells)
    for letter in LETTERS:
        _check_denied(cells, letter)
    return cells


def texts(column: pa.Array) -> pa.Array:
    """Any column as text: midnights as days, truth values as words."""
    kind, test = column.type, pa.types
    if test.is_timestamp(kind) or test.is_date64(kind):
        days = column.cast(pa.date32(), safe=False)
        midnight = pc.equal(days.cast(kind), column)
        return pc.if_else(midnight, days.cast(pa.string()), column.cast(pa.string()))
    return column if test.is_string(kind) or test.is_dictionary(kind) else column.cast(pa.string())


def _filled(column: pa.Array) -> Bools:
    plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    length = pc.utf8_length(pc.utf8_trim_whitespace(texts(plain)))
    found: Bools = (pc.fill_null(length, 0).to_numpy(zero_copy_only=False)) > 0
    return found


def _column(name: str, column: pa.Array, cells: Cells) -> Column:
    """Each distinct cell is read once."""
    coded = texts(column)
    coded = coded if pa.types.is_dictionary(coded.type) else coded.dictionary_encode()
    distinct_cells = coded.dictionary.to_pylist()
    rows = pc.fill_null(coded.indices.cast(pa.int64()), len(distinct_cells)).to_numpy(zero_copy_only=False)
    read, places, values = _reader(name), [], [None]
    for place, cell in enumerate(distinct_cells):
        text = "" if cell is None else str(cell).strip()
        try:
            value = read(text) if text else None
        except BadInput as error:
            value = None
            cells.refuse(np.flatnonzero(rows == place), error)
        places.append(0 if value is None else len(values))
        if value is not None:
            values.append(value)
    return Column(index=np.array([*places, 0], np.int64)[rows], values=values)


def _reader(name: str) -> Callable[[str], Any]:
    """The reading of one cell, by that of the single check. Errors: ``BadInput``."""
    group, _, part = name.partition(".")

    def read(text: str) -> Any:
        value: object = _WORDS.get(text.lower(), text) if name in (*LETTERS, "heads_unit") else text
        given: object = {part: value} if part else value
        if name in LETTERS and not isinstance(value, bool):
            raise BadInput(
                gettext_noop("Isian %(field)s: nilai %(value)s tidak dikenal; yang diterima: %(accepted)s"),
                field=name,
                accepted=("true", "false"),
                value=repr(text),
            )
        parsed = getattr(parse_transfer({group: given}), group)
        if part:
            return parsed.day
        return parsed.exists if name in LETTERS else parsed

    return read


def _check_denied(cells: Cells, letter: str) -> None:
    """Errors where a letter is said not to exist, and has a number or a date."""
    parts = {f"{letter}.number": cells.given(f"{letter}.number"), f"{letter}.date": cells.day(f"{letter}.date") >= 0}
    for name, there in parts.items():
        rows = np.flatnonzero(cells.denied(letter) & there)
        message = gettext_noop("Isian %(field)s ada, padahal %(letter)s: false")
        cells.refuse(rows, BadInput(message, field=name, letter=letter))


def distinct(values: Ints) -> tuple[Ints, list[int]]:
    """Which of the distinct numbers each is, and those numbers."""
    coded = pa.array(np.ascontiguousarray(values)).dictionary_encode()
    return coded.indices.to_numpy().astype(np.int64), coded.dictionary.to_pylist()
