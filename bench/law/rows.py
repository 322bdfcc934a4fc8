"""Rows drawn from a fixed seed, half of them near a norm, so that a fair share of them meets something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from bench.law.codes import Book, Column, Rows
from sinetra.core.law.masks import DAY
from sinetra.core.law.model import Condition, Period
from sinetra.core.law.vocabulary import FIELDS, IMPLIED, Dependency

SEED = 20241127
UNKNOWN_SHARE = 0.10
#: Of the rows near a norm, each field leaves it with this chance.
_STRAY = 0.10
_LARGEST_LIST = 3

Codes = dict[str, NDArray[np.uint16]]
#: For each field the codes that bring a row near a norm.
Near = Mapping[str, tuple[int, ...]]


def draw(book: Book, size: int, *, unknown: float = UNKNOWN_SHARE) -> Rows:
    """``unknown``: the share of facts that are taken away before what follows from the others is filled in."""
    random = np.random.default_rng(SEED)
    codes = {name: _anything(random, column, size) for name, column in book.columns.items()}
    norms = list(_near(book))
    chosen = random.integers(0, 2 * len(norms), size)
    for place, near in enumerate(norms):
        rows = np.flatnonzero(chosen == place)
        for name, allowed in near.items():
            kept = rows[random.random(rows.size) >= _STRAY]
            codes[name][kept] = random.choice(np.array(allowed, np.uint16), kept.size)
    for name, column in book.columns.items():
        lost = random.random(size) < unknown
        codes[name][lost] = 1 << column.unknown if column.is_list else column.unknown
    _complete(book, codes)
    _doubt(book, codes)
    return Rows(codes=codes, size=size)


def _anything(random: np.random.Generator, column: Column, size: int) -> NDArray[np.uint16]:
    if not column.is_list:
        return random.integers(0, column.unknown, size, dtype=np.uint16)
    drawn = random.integers(0, column.unknown, (_LARGEST_LIST, size))
    kept = np.arange(_LARGEST_LIST)[:, None] < random.integers(0, _LARGEST_LIST + 1, size)
    found: NDArray[np.int64] = np.bitwise_or.reduce(np.where(kept, 1 << drawn, 0))
    return found.astype(np.uint16)


def _near(book: Book) -> Iterator[Near]:
    """Each version of each norm alone, and once more with each of its exceptions."""
    for norm in book.rulebook.norms:
        for version in norm.versions:
            asked = {**_asked(book, version.when), **_days(book, version.period)}
            yield asked
            for item in version.unless:
                yield {**asked, **_asked(book, item.when)}


def _asked(book: Book, conditions: tuple[Condition, ...]) -> dict[str, tuple[int, ...]]:
    found = {}
    for asked in conditions:
        column = book.columns[asked.field]
        places = [place for place, word in enumerate(column.words) if word in asked.values]
        found[asked.field] = tuple(1 << place if column.is_list else place for place in places)
    return found


def _days(book: Book, period: Period) -> dict[str, tuple[int, ...]]:
    return {DAY: tuple(place for place, day in enumerate(book.days) if period.holds(day))}


def _complete(book: Book, codes: Codes) -> None:
    """``sinetra.core.law.facts.complete`` on columns; ``agree`` compares the two."""
    for implied in IMPLIED:
        parent, column = book.columns[implied.parent], book.columns[implied.field]
        unknown = 1 << column.unknown if column.is_list else column.unknown
        follows = (codes[parent.name] == parent.words.index(implied.value)) & (codes[column.name] == unknown)
        codes[column.name][follows] = _code(column, implied.fact)
    for item in FIELDS.values():
        if item.dependency is not None:
            column = book.columns[item.name]
            out = _ruled_out(book, item.dependency, codes)
            codes[item.name][out] = 1 << column.silent if column.is_list else column.silent


def _doubt(book: Book, codes: Codes) -> None:
    for item in FIELDS.values():
        if item.dependency is not None:
            column, parent = book.columns[item.name], book.columns[item.dependency.parent]
            open_ = codes[parent.name] == parent.unknown
            codes[item.name][open_] = column.doubted(codes[item.name][open_])


def _code(column: Column, fact: str | frozenset[str]) -> int:
    if isinstance(fact, str):
        return column.words.index(fact)
    return sum(1 << column.words.index(word) for word in fact)


def _ruled_out(book: Book, needed: Dependency, codes: Codes) -> NDArray[np.bool_]:
    parent = book.columns[needed.parent]
    kept = [place for place, word in enumerate(parent.words) if word in needed.values]
    return ~np.isin(codes[parent.name], [*kept, parent.unknown])
