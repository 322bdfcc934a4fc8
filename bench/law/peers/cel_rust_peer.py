"""common-expression-language: CEL in Rust."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import cel

from bench.law.codes import Book, Rows, codes_objects
from bench.law.logic import Rule, fields_of
from bench.law.peers import Peer, Way, one_by_one
from bench.law.peers.cel import ACT, answers, answers_of_places, program, programs


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    compiled = cel.compile(program(book, rules))
    by_act = {code: (cel.compile(text), places) for code, (text, places) in programs(book, rules).items()}

    def objects(rows: Rows) -> list[dict[str, object]]:
        return codes_objects(book, rows, fields)

    def contexts(rows: Rows) -> list[Any]:
        return [cel.Context(item) for item in objects(rows)]

    def chosen(item: dict[str, object]) -> Any:
        small, places = by_act[item[ACT]]  # type: ignore[index]
        return small.execute(item), places

    best = Way(name="a program an act, chosen in Python", prepare=objects, run=chosen, answers=answers_of_places)
    return Peer(
        name="common-expression-language (CEL, Rust)",
        version=version("common-expression-language"),
        single=(
            Way(name="one program, execute(dict)", prepare=objects, run=compiled.execute, answers=answers),
            Way(
                name="one program, execute(context built before)",
                prepare=contexts,
                run=compiled.execute,
                answers=answers,
            ),
            best,
        ),
        traced=(),
        bulk=(one_by_one(best, 20_000),),
        remarks="No trace. No bulk: one at a time in a loop. The answer is a list of states; masks are not counted.",
    )
