"""zen-engine (GoRules, Rust): its decision table, and its compiled expressions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import zen

from bench.law.codes import Book, Rows, codes_objects, plain, words_objects
from bench.law.logic import Leaf, Rule, fields_of, rules_given
from bench.law.peers import Answer, Peer, Way, of_states
from bench.law.peers.text import Language
from bench.law.peers.zen_table import graph

_KEY, _ACT = "law", "act.code"
_BATCH = 20_000


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    table = graph(book, dict(enumerate(rules)), fields)
    by_act = {
        f"{_KEY}-{code}": graph(book, rules_given(rules, _ACT, code), fields)
        for code in range(len(book.columns[_ACT].words))
    }
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {_KEY: table} | by_act}})
    expression = zen.compile_expression(_expression(book, rules))
    displaced = [(place, rule.displaced_by) for place, rule in enumerate(rules) if rule.displaced_by]

    def words(rows: Rows) -> list[dict[str, object]]:
        return words_objects(book, rows, fields)

    def texts(rows: Rows) -> list[str]:
        return [json.dumps(item) for item in words(rows)]

    def code_texts(rows: Rows) -> list[str]:
        return [json.dumps(item) for item in codes_objects(book, rows, fields)]

    def keyed(rows: Rows) -> list[tuple[str, str]]:
        keys = [f"{_KEY}-{code}" for code in rows.codes[_ACT].tolist()]
        return list(zip(keys, texts(rows), strict=True))

    def requests(rows: Rows) -> list[dict[str, object]]:
        return [{"key": _KEY, "context": item} for item in texts(rows)]

    def keyed_requests(rows: Rows) -> list[dict[str, object]]:
        return [{"key": key, "context": item} for key, item in keyed(rows)]

    def settle(hits: Any) -> Answer:
        sure = may = 0
        for item in hits:
            hit = item["hit"]
            if hit & 1:
                sure |= 1 << (hit >> 1)
            may |= 1 << (hit >> 1)
        for place, above in displaced:
            if may >> place & 1:
                for other in above:
                    if may >> other & 1:
                        sure &= ~(1 << place)
                    if sure >> other & 1:
                        may &= ~(1 << place)
        return sure, may & ~sure

    def table_once(item: str | dict[str, object]) -> Answer:
        return settle(engine.evaluate(_KEY, item)["result"])

    def keyed_once(item: tuple[str, str]) -> Answer:
        return settle(engine.evaluate(*item)["result"])

    def traced(item: tuple[str, str]) -> Any:
        found = engine.evaluate(*item, {"trace": True})
        return settle(found["result"]), found["trace"]

    def batch(items: Any) -> list[Answer]:
        return [settle(item["data"]["result"]) for item in engine.evaluate_batch(items)]

    return Peer(
        name="zen-engine (Rust)",
        version=version("zen-engine"),
        single=(
            Way(name="a table an act, evaluate(JSON text)", prepare=keyed, run=keyed_once, answers=_as_it_is),
            Way(name="one table, evaluate(JSON text)", prepare=texts, run=table_once, answers=_as_it_is),
            Way(name="one table, evaluate(dict)", prepare=words, run=table_once, answers=_as_it_is),
            Way(
                name="compiled expression, evaluate(JSON text)",
                prepare=code_texts,
                run=expression.evaluate,
                answers=lambda raw: [of_states(raw)],
            ),
        ),
        traced=(Way(name="a table an act, evaluate(trace)", prepare=keyed, run=traced, answers=lambda raw: [raw[0]]),),
        bulk=(
            Way(
                name="a table an act, evaluate_batch(JSON texts)",
                prepare=keyed_requests,
                run=batch,
                answers=list,
                most=_BATCH,
            ),
            Way(name="one table, evaluate_batch(JSON texts)", prepare=requests, run=batch, answers=list, most=_BATCH),
        ),
        remarks=(
            "Its trace tells the rows that matched and the facts, nothing of rows that did not. A table has no "
            "priority between rules: what displaces what is done in Python over the hits, inside the clock. It has no "
            "way in but JSON or a dict, so reading that is inside the clock too."
        ),
    )


def _as_it_is(answer: Answer) -> list[Answer]:
    return [answer]


def _expression(book: Book, rules: Sequence[Rule]) -> str:
    def leaf(tree: Leaf) -> str:
        name, codes = plain(tree.field), sorted(tree.codes)
        if book.columns[tree.field].is_list:
            return f"some({name}, # in {codes})"
        return f"{name} == {codes[0]}" if len(codes) == 1 else f"{name} in {codes}"

    return Language(both=" and ", either=" or ", negation="not ", leaf=leaf).states(rules)
