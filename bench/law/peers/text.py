"""Writes the trees of ``logic`` in a language of expressions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.law.logic import All, Leaf, Not, Rule, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    both: str
    either: str
    negation: str
    leaf: Callable[[Leaf], str]

    def write(self, tree: Tree) -> str:
        if isinstance(tree, Leaf):
            return self.leaf(tree)
        if isinstance(tree, Not):
            return f"{self.negation}({self.write(tree.part)})"
        if not tree.parts:
            return "true" if isinstance(tree, All) else "false"
        joint = self.both if isinstance(tree, All) else self.either
        return f"({joint.join(self.write(part) for part in tree.parts)})"

    def states(self, rules: Sequence[Rule]) -> str:
        """One list with a state for each rule. *Maybe* is asked first: most rules fail there, and early."""
        states = (f"{self.write(rule.reported.may)} ? ({self.write(rule.reported.sure)} ? 2 : 1) : 0" for rule in rules)
        return f"[{', '.join(states)}]"


def runs(codes: frozenset[int]) -> list[tuple[int, int]]:
    """The codes as stretches, first and last.

    >>> runs(frozenset({1, 2, 3, 7}))
    [(1, 3), (7, 7)]
    """
    found: list[tuple[int, int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found
