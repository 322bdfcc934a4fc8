"""common-expression-language: CEL in Rust."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import cel

from bench.law.codes import Book, Rows, codes_objects
from bench.law.logic import Rule, fields_of
from bench.law.peers import Answer, Peer, Way, of_states, one_by_one
from bench.law.peers.cel import program


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    compiled = cel.compile(program(book, rules))

    def objects(rows: Rows) -> list[dict[str, object]]:
        return codes_objects(book, rows, fields)

    def contexts(rows: Rows) -> list[Any]:
        return [cel.Context(item) for item in objects(rows)]

    def answers(raw: Any) -> list[Answer]:
        return [of_states(raw)]

    ways = (
        Way(name="execute(dict)", prepare=objects, run=compiled.execute, answers=answers),
        Way(name="execute(context built before)", prepare=contexts, run=compiled.execute, answers=answers),
    )
    return Peer(
        name="common-expression-language (CEL, Rust)",
        version=version("common-expression-language"),
        single=ways,
        traced=(),
        bulk=(one_by_one(ways[0], 20_000),),
        remarks="No trace. No bulk: one at a time in a loop. The answer is a list of states; masks are not counted.",
    )
