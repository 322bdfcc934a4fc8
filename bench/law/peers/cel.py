"""The norms in the Common Expression Language: one program whose value is the list of states."""

from __future__ import annotations

from collections.abc import Sequence

from bench.law.codes import Book, plain
from bench.law.logic import Leaf, Rule
from bench.law.peers.text import Language


def program(book: Book, rules: Sequence[Rule]) -> str:
    """Facts are codes: both compiled engines were faster with numbers than with words."""

    def leaf(tree: Leaf) -> str:
        name, codes = plain(tree.field), sorted(tree.codes)
        if book.columns[tree.field].is_list:
            return f"({' || '.join(f'{code} in {name}' for code in codes)})"
        return f"{name} == {codes[0]}" if len(codes) == 1 else f"{name} in {codes}"

    return Language(both=" && ", either=" || ", negation="!", leaf=leaf).states(rules)
