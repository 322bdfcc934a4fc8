"""Facts as codes, one column a field. All engines read these columns, or objects made from them.

A choice, flag or amount is the place of its value in ``Field.values``; then come *unknown* and *not applicable*. Where
the parent of a field is unknown, so that the field may yet be ruled out, the same places follow once more. A list is
a set of bits in the same order, so that a known empty list is 0. The day is its epoch: the stretch of days between
two edges of versions, in which no answer changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sinetra.core.law import Rulebook
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY
from sinetra.core.law.model import Exemption
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

UNKNOWN = "unknown"
#: Ends the word of a fact whose parent is unknown.
DOUBT = "?"
_BITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``words``: the values, *unknown*, *not applicable* (which the day never is); all again where there is a parent.

    ``shift``: how far apart the two are; 0 without a parent.
    """

    name: str
    words: tuple[str, ...]
    is_list: bool
    unknown: int
    shift: int

    @property
    def silent(self) -> int:
        return self.unknown + 1

    def doubted(self, codes: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The codes of the same facts when the parent is unknown."""
        shift = np.uint16(self.shift)
        return codes << shift if self.is_list else codes + shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The rulebook, its columns, and one day of each epoch."""

    rulebook: Rulebook
    columns: Mapping[str, Column]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    codes: Mapping[str, NDArray[np.uint16]]
    size: int

    def slice(self, first: int, size: int) -> Rows:
        codes = {name: column[first : first + size] for name, column in self.codes.items()}
        return Rows(codes=codes, size=min(size, self.size - first))


def book_of(rulebook: Rulebook) -> Book:
    edges = sorted(
        {
            day
            for norm in rulebook.norms
            for version in norm.versions
            for period in (version.period, *(inner.period for inner in _exceptions(version.unless)))
            for day in (period.start, None if period.end is None else period.end + timedelta(days=1))
            if day is not None
        }
    )
    days = (edges[0] - timedelta(days=1), *edges) if edges else (date(2024, 1, 1),)
    columns = {
        item.name: _column(
            item.name, item.values, is_list=item.type is FieldType.LIST, has_parent=item.dependency is not None
        )
        for item in FIELDS.values()
    }
    columns[DAY] = _column(DAY, [day.isoformat() for day in days], is_list=False, has_parent=False)
    return Book(rulebook=rulebook, columns=columns, days=days)


def _column(name: str, values: Sequence[str], *, is_list: bool, has_parent: bool) -> Column:
    words = (*values, UNKNOWN, NOT_APPLICABLE)
    if is_list and len(words) * (1 + has_parent) > _BITS:
        raise ValueError(f"{name}: more than {_BITS} bits")
    doubted = tuple(f"{word}{DOUBT}" for word in words) if has_parent else ()
    return Column(
        name=name, words=words + doubted, is_list=is_list, unknown=len(values), shift=len(words) if has_parent else 0
    )


def _exceptions(items: Sequence[Exemption]) -> Iterator[Exemption]:
    for item in items:
        yield item
        yield from _exceptions(item.unless)


def facts_of(book: Book, rows: Rows) -> list[Facts]:
    """The rows as the engine takes them."""
    tables = [(name, column, rows.codes[name].tolist()) for name, column in book.columns.items() if name != DAY]
    days = [*book.days, None]
    found = []
    for place, day in enumerate(rows.codes[DAY].tolist()):
        values: dict[str, str | frozenset[str]] = {}
        for name, column, codes in tables:
            value = _value(column, codes[place])
            if value is not None:
                values[name] = value
        found.append(Facts(values=values, act_date=days[day]))
    return found


def _value(column: Column, code: int) -> str | frozenset[str] | None:
    if not column.is_list:
        code %= column.shift or len(column.words)
        return None if code == column.unknown else column.words[code]
    if column.shift and code >> column.shift:
        code >>= column.shift
    if code == 1 << column.unknown:
        return None
    return (
        NOT_APPLICABLE
        if code == 1 << column.silent
        else frozenset(column.words[place] for place in _places(column, code))
    )


def _places(column: Column, bits: int) -> list[int]:
    return [place for place in range(len(column.words)) if bits >> place & 1]


def words_objects(book: Book, rows: Rows, fields: Sequence[str]) -> list[dict[str, object]]:
    """The rows as one would write them in JSON for an engine without unknowns: words, with the word *unknown*."""
    return _objects(book, rows, fields, lambda column, code: column.words[code])


def codes_objects(book: Book, rows: Rows, fields: Sequence[str]) -> list[dict[str, object]]:
    """The same with the place of each word instead of the word."""
    return _objects(book, rows, fields, lambda column, code: code)


def _objects(
    book: Book, rows: Rows, fields: Sequence[str], shown: Callable[[Column, int], object]
) -> list[dict[str, object]]:
    columns = []
    for column in (book.columns[name] for name in fields):
        codes = rows.codes[column.name].tolist()
        columns.append(
            [[shown(column, place) for place in _places(column, bits)] for bits in codes]
            if column.is_list
            else [shown(column, code) for code in codes]
        )
    keys = [plain(name) for name in fields]
    return [dict(zip(keys, values, strict=True)) for values in zip(*columns, strict=True)]


def plain(name: str) -> str:
    """A field's name as an identifier of any language."""
    return name.replace(".", "_")
