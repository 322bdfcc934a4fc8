"""The engine as its callers use it. Only this file of the bench knows its functions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from bench.law.codes import Book, Rows, facts_of
from bench.law.peers import Answer, Peer, Way, one_by_one
from sinetra.core.law.evaluate import Trace, reports, trace
from sinetra.core.law.facts import Facts

Reports = Mapping[int, tuple[bool, bool]]


def build(book: Book) -> Peer:
    rules, masks = book.rulebook.rules, book.rulebook.masks
    wanted = range(len(rules))

    def facts(rows: Rows) -> list[Facts]:
        return facts_of(book, rows)

    def traced(item: Facts) -> tuple[Reports, Trace]:
        found = trace(masks, item)
        return reports(rules, wanted, found.s, found.m), found

    def answers(raw: tuple[Reports, Trace]) -> list[Answer]:
        met = open_ = 0
        for place, (sure, may) in raw[0].items():
            met |= sure << place
            open_ |= (may and not sure) << place
        return [(met, open_)]

    way = Way(name="trace, reports", prepare=facts, run=traced, answers=answers)
    return Peer(
        name="sinetra",
        version=version("sinetra"),
        single=(way,),
        traced=(way,),
        bulk=(one_by_one(way, 20_000),),
        remarks="The trace has every field against every condition of every rule, also of those that are not met.",
    )
