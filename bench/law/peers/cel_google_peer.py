"""cel-expr-python: Google's CEL in C++."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from cel_expr_python import cel

from bench.law.codes import Book, Rows, codes_objects, plain
from bench.law.logic import Rule, fields_of
from bench.law.peers import Answer, Peer, Way, of_states, one_by_one
from bench.law.peers.cel import program


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    types = {
        plain(name): cel.Type.List(cel.Type.INT) if book.columns[name].is_list else cel.Type.INT for name in fields
    }
    environment = cel.NewEnv(variables=types)
    compiled = environment.compile(program(book, rules))

    def objects(rows: Rows) -> list[dict[str, object]]:
        return codes_objects(book, rows, fields)

    def activations(rows: Rows) -> list[Any]:
        return [environment.Activation(item) for item in objects(rows)]

    def answers(raw: Any) -> list[Answer]:
        return [of_states(raw)]

    ways = (
        Way(
            name="eval(data=dict)",
            prepare=objects,
            run=lambda item: compiled.eval(data=item).plain_value(),
            answers=answers,
        ),
        Way(
            name="eval(activation built before)",
            prepare=activations,
            run=lambda item: compiled.eval(item).plain_value(),
            answers=answers,
        ),
    )
    return Peer(
        name="cel-expr-python (CEL, C++)",
        version=version("cel-expr-python"),
        single=ways,
        traced=(),
        bulk=(one_by_one(ways[0], 20_000),),
        remarks="No trace. No bulk: one at a time in a loop. The answer is a list of states; masks are not counted.",
    )
