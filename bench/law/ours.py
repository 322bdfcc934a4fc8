"""The engine as its callers use it. Only this file of the bench knows its functions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.law.codes import Book, Column, Rows, facts_of
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import WORD
from sinetra.core.law.bit_matrix import Words, words
from sinetra.core.law.codes import DOUBT, coding, epoch_codes
from sinetra.core.law.evaluate import Trace, statuses, trace
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY
from sinetra.core.law.rulesets import ACT
from sinetra.core.law.screen import Screened, Screener
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE
from sinetra.core.law.words import Status

Statuses = Mapping[int, Status]


def build(book: Book) -> Peer:
    sets = book.rulebook.sets
    screener = Screener(sets)

    def facts(rows: Rows) -> list[Facts]:
        return facts_of(book, rows)

    def columns(rows: Rows) -> dict[str, Any]:
        return _columns(book, rows)

    def of_act(item: Facts) -> Statuses:
        masks = sets.of_act(item.values.get(ACT))
        return statuses(masks, *masks.conditions(item))

    def traced(item: Facts) -> tuple[Statuses, Trace]:
        found = trace(sets.of_act(item.values.get(ACT)), item)
        return statuses(found.masks, found.s, found.m), found

    def traced_whole(item: Facts) -> tuple[Statuses, Trace]:
        found = trace(sets.every, item)
        return statuses(found.masks, found.s, found.m), found

    return Peer(
        name="sinetra",
        version=version("sinetra"),
        single=(Way(name="statuses", prepare=facts, run=of_act, answers=lambda raw: [_answer(raw)]),),
        traced=(
            Way(name="trace of the rules of the act", prepare=facts, run=traced, answers=lambda raw: [_answer(raw[0])]),
            Way(name="trace of all rules", prepare=facts, run=traced_whole, answers=lambda raw: [_answer(raw[0])]),
        ),
        bulk=(
            Way(name="bits a rule", prepare=columns, run=screener, answers=lambda found: _answers(_masks(found))),
            Way(
                name="masks",
                prepare=columns,
                run=lambda given: _masks(screener(given)),
                answers=_answers,
                row_masks=True,
            ),
        ),
        remarks=(
            "The trace has every field against every condition of the rules, also of those that are not met. "
            "Statuses also tell excepted and displaced rules from those that are not met, which no peer does."
        ),
    )


def _answer(found: Statuses) -> Answer:
    met = open_ = 0
    for place, status in found.items():
        met |= (status is Status.MET) << place
        open_ |= (status is Status.OPEN) << place
    return met, open_


def _masks(found: Screened) -> tuple[Words, Words]:
    return words(found.sure, found.length), words(found.may, found.length)


def _answers(found: tuple[Words, Words]) -> list[Answer]:
    return [(sure, may & ~sure) for sure, may in zip(_joined(found[0]), _joined(found[1]), strict=True)]


def _joined(masks: Words) -> list[int]:
    joined = [0] * masks.shape[1]
    for place, word in enumerate(masks):
        joined = [found | part << WORD * place for found, part in zip(joined, word.tolist(), strict=True)]
    return joined


def _columns(book: Book, rows: Rows) -> dict[str, Any]:
    """The engine's own codes; it has the same ones, and the shifted ones, in another order."""
    days = [day.toordinal() for day in book.days]
    found = {DAY: epoch_codes([*days, -1], book.rulebook.sets.every).take(rows.codes[DAY])}
    for name in FIELDS:
        found[name] = _table(book.columns[name]).take(rows.codes[name])
    return found


def _table(column: Column) -> NDArray[np.uint8]:
    item = coding(column.name)
    size = 1 << len(column.words) if column.is_list else len(column.words)
    table = np.zeros(size, np.uint8)
    for key, code in item.code_of.items():
        place = _place(column, key)
        table[place] = code
        if column.shift:
            table[place << column.shift if column.is_list else place + column.shift] = code | DOUBT
    return table


def _place(column: Column, key: str | frozenset[str] | None) -> int:
    if isinstance(key, frozenset):
        return sum(1 << column.words.index(word) for word in key)
    place = column.unknown if key is None else column.silent if key == NOT_APPLICABLE else column.words.index(key)
    return 1 << place if column.is_list else place
