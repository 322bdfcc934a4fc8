"""The norms in the Common Expression Language: one program whose value is the list of states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench.law.codes import Book, plain
from bench.law.logic import Leaf, Rule, rules_given
from bench.law.peers import Answer, of_states
from bench.law.peers.text import Language

_ACT = "act.code"
ACT = plain(_ACT)


def program(book: Book, rules: Sequence[Rule]) -> str:
    """Facts are codes: both compiled engines were faster with numbers than with words."""

    def leaf(tree: Leaf) -> str:
        name, codes = plain(tree.field), sorted(tree.codes)
        if book.columns[tree.field].is_list:
            return f"({' || '.join(f'{code} in {name}' for code in codes)})"
        return f"{name} == {codes[0]}" if len(codes) == 1 else f"{name} in {codes}"

    return Language(both=" && ", either=" || ", negation="!", leaf=leaf).states(rules)


def programs(book: Book, rules: Sequence[Rule]) -> Mapping[int, tuple[str, tuple[int, ...]]]:
    """One program for each code of the act, with the places of the rules that are left in it.

    CEL has no index over many expressions; choosing by the most selective fact in Python is the best its user can do.
    """
    found = {}
    for code in range(len(book.columns[_ACT].words)):
        left = rules_given(rules, _ACT, code)
        found[code] = program(book, list(left.values())), tuple(left)
    return found


def answers(raw: Any) -> list[Answer]:
    return [of_states(raw)]


def answers_of_places(raw: tuple[Sequence[float], Sequence[int]]) -> list[Answer]:
    met = open_ = 0
    for state, place in zip(*raw, strict=True):
        met |= (state == 2) << place
        open_ |= (state == 1) << place
    return [(met, open_)]
