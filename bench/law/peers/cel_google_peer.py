"""cel-expr-python: Google's CEL in C++."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from cel_expr_python import cel

from bench.law.codes import Book, Rows, codes_objects, plain
from bench.law.logic import Rule, fields_of
from bench.law.peers import Peer, Way, one_by_one
from bench.law.peers.cel import ACT, answers, answers_of_places, program, programs


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    types = {
        plain(name): cel.Type.List(cel.Type.INT) if book.columns[name].is_list else cel.Type.INT for name in fields
    }
    environment = cel.NewEnv(variables=types)
    compiled = environment.compile(program(book, rules))
    by_act = {code: (environment.compile(text), places) for code, (text, places) in programs(book, rules).items()}

    def objects(rows: Rows) -> list[dict[str, object]]:
        return codes_objects(book, rows, fields)

    def activations(rows: Rows) -> list[Any]:
        return [environment.Activation(item) for item in objects(rows)]

    def whole(item: dict[str, object]) -> Any:
        return compiled.eval(data=item).plain_value()

    def activated(item: Any) -> Any:
        return compiled.eval(item).plain_value()

    def chosen(item: dict[str, object]) -> Any:
        small, places = by_act[item[ACT]]  # type: ignore[index]
        return small.eval(data=item).plain_value(), places

    best = Way(name="a program an act, chosen in Python", prepare=objects, run=chosen, answers=answers_of_places)
    return Peer(
        name="cel-expr-python (CEL, C++)",
        version=version("cel-expr-python"),
        single=(
            Way(name="one program, eval(data=dict)", prepare=objects, run=whole, answers=answers),
            Way(name="one program, eval(activation built before)", prepare=activations, run=activated, answers=answers),
            best,
        ),
        traced=(),
        bulk=(one_by_one(best, 20_000),),
        remarks="No trace. No bulk: one at a time in a loop. The answer is a list of states; masks are not counted.",
    )
