"""The norms as one decision table of zen: a row a way in which a rule surely or maybe applies.

A cell can only list values, so NOT is multiplied out: a norm with an exception of two conditions is two rows. What
displaces what is not multiplied out (the table would explode): ``zen_peer`` does it over the rows that hit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.law.codes import Book, plain
from bench.law.logic import All, Leaf, Not, Rule, Tree

#: For each field the codes it may have; of a list the leaves, each as it is or denied.
Term = dict[str, frozenset[Any]]


def terms(book: Book, tree: Tree, *, denied: bool = False) -> list[Term]:
    """The tree as alternatives."""
    if isinstance(tree, Not):
        return terms(book, tree.part, denied=not denied)
    if isinstance(tree, Leaf):
        column = book.columns[tree.field]
        if column.is_list:
            return [{tree.field: frozenset({(tree.codes, denied)})}]
        codes = frozenset(range(len(column.words))) - tree.codes if denied else tree.codes
        return [{tree.field: codes}] if codes else []
    parts = [terms(book, part, denied=denied) for part in tree.parts]
    if isinstance(tree, All) == denied:
        return [term for part in parts for term in part]
    found: list[Term] = [{}]
    for part in parts:
        found = [both for one in found for other in part if (both := _both(book, one, other)) is not None]
    return found


def _both(book: Book, one: Term, other: Term) -> Term | None:
    term = dict(one)
    for name, codes in other.items():
        if name not in term:
            term[name] = codes
        elif book.columns[name].is_list:
            term[name] = term[name] | codes
        else:
            term[name] = term[name] & codes
            if not term[name]:
                return None
    return term


def graph(book: Book, rules: Mapping[int, Rule], fields: Sequence[str]) -> dict[str, object]:
    """Rules by their place, in gorules' JSON. A row gives twice the place, and one more when it surely applies."""
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": plain(name), "name": name, "field": plain(name)} for name in fields],
        "outputs": [{"id": "hit", "name": "hit", "field": "hit"}],
        "rules": [{"_id": str(place), **row} for place, row in enumerate(_rows(book, rules, fields))],
    }
    nodes = [("in", "inputNode", {}), ("table", "decisionTableNode", table), ("out", "outputNode", {})]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, "content": content}
            for name, kind, content in nodes
        ],
        "edges": [
            {"id": "1", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "2", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }


def _rows(book: Book, rules: Mapping[int, Rule], fields: Sequence[str]) -> Iterator[dict[str, str]]:
    for place, rule in rules.items():
        for surely, tree in ((1, rule.applies.sure), (0, rule.applies.may)):
            seen: list[Term] = []
            for term in terms(book, tree):
                if term not in seen:
                    seen.append(term)
                    cells = {plain(name): _cell(book, name, term) for name in fields}
                    yield {**cells, "hit": str(2 * place + surely)}


def _cell(book: Book, name: str, term: Term) -> str:
    if name not in term:
        return ""
    column = book.columns[name]
    if not column.is_list:
        return ", ".join(json.dumps(column.words[code]) for code in sorted(term[name]))
    tests = []
    for codes, denied in sorted(term[name], key=repr):
        words = json.dumps([column.words[code] for code in sorted(codes)])
        tests.append(f"{'not ' if denied else ''}some($, # in {words})")
    return " and ".join(tests)
