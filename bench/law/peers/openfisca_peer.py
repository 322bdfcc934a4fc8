"""OpenFisca-core: a variable for each leaf and two for each rule, with formulas over numpy arrays.

Leaves are variables because OpenFisca keeps the value of a variable: each is computed once for all rules.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import reduce
from importlib.metadata import version
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit, period
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.law.codes import Book, Rows, plain
from bench.law.logic import All, Leaf, Not, Rule, Tree, fields_of
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import of_booleans
from bench.law.peers.text import runs

# Every variable is eternal (the day of the act is a fact of its row), but a formula is looked up on some day.
_SOME_DAY = period("2024-01-01")
# One simulation takes tens of milliseconds, however few acts it has.
_SINGLES = 50
Formula = Callable[[Any, Any], Any]


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields = fields_of(rules)
    system = _System(book, fields)
    names = [(f"s{place}", f"m{place}") for place in range(len(rules))]
    for (sure, may), rule in zip(names, rules, strict=True):
        above = [names[place] for place in rule.displaced_by]
        system.add(sure, bool, system.formula(rule.applies.sure, without=[other for _, other in above]))
        system.add(may, bool, system.formula(rule.applies.may, without=[other for other, _ in above]))
    wanted = [sure for sure, _ in names] + [may for _, may in names]

    def inputs(rows: Rows) -> dict[str, Any]:
        return {plain(name): rows.codes[name].astype(np.int32) for name in fields}

    def singles(rows: Rows) -> list[dict[str, Any]]:
        return [inputs(rows.slice(place, 1)) for place in range(rows.size)]

    def calculate(given: dict[str, Any], *, trace: bool) -> tuple[list[Any], Simulation]:
        simulation = SimulationBuilder().build_default_simulation(system.system, len(next(iter(given.values()))))
        simulation.trace = trace
        for name, values in given.items():
            simulation.set_input(name, _SOME_DAY, values)
        return [simulation.calculate(name, _SOME_DAY) for name in wanted], simulation

    def answers(raw: tuple[list[Any], Simulation]) -> list[Answer]:
        return of_booleans(raw[0][: len(names)], raw[0][len(names) :])

    def way(name: str, prepare: Callable[[Rows], Any], most: int, *, trace: bool = False) -> Way:
        return Way(
            name=name, prepare=prepare, run=lambda given: calculate(given, trace=trace), answers=answers, most=most
        )

    return Peer(
        name="OpenFisca-core",
        version=version("OpenFisca-core"),
        single=(way("a simulation of one act", singles, _SINGLES),),
        traced=(way("a simulation of one act, trace", singles, _SINGLES, trace=True),),
        bulk=(way("one simulation", inputs, 1_000_000),),
        remarks="Its trace is the tree of variables with their values, met or not; values, not reasons.",
    )


class _System:
    def __init__(self, book: Book, fields: Sequence[str]) -> None:
        self.book = book
        self.entity = build_entity("act", "acts", "an act", is_person=True)
        self.system = TaxBenefitSystem([self.entity])
        self.leaves: dict[Leaf, str] = {}
        for name in fields:
            self.add(plain(name), int, None)

    def add(self, name: str, kind: type, formula: Formula | None) -> None:
        body: dict[str, Any] = {
            "value_type": kind,
            "entity": self.entity,
            "definition_period": DateUnit.ETERNITY,
            "label": name,
        }
        if formula is not None:
            body["formula"] = formula
        self.system.add_variable(type(name, (Variable,), body))

    def formula(self, tree: Tree, *, without: Sequence[str]) -> Formula:
        value = self._value(tree)
        if not without:
            return value

        def displaced(act: Any, day: Any) -> Any:
            return reduce(lambda found, name: found & ~act(name, day), without, value(act, day))

        return displaced

    def _value(self, tree: Tree) -> Formula:
        if isinstance(tree, Leaf):
            name = self._leaf(tree)
            return lambda act, day: act(name, day)
        if isinstance(tree, Not):
            inner = self._value(tree.part)
            return lambda act, day: ~inner(act, day)
        if not tree.parts:
            constant = isinstance(tree, All)
            return lambda act, day: np.full(act.count, constant)
        parts, joint = (
            [self._value(part) for part in tree.parts],
            operator.and_ if isinstance(tree, All) else operator.or_,
        )
        return lambda act, day: reduce(joint, [part(act, day) for part in parts])

    def _leaf(self, leaf: Leaf) -> str:
        if leaf not in self.leaves:
            source, column = plain(leaf.field), self.book.columns[leaf.field]
            name = f"leaf_{len(self.leaves)}_{source}"
            bits, stretches = sum(1 << code for code in leaf.codes), runs(leaf.codes)

            def in_list(act: Any, day: Any) -> Any:
                return (act(source, day) & bits) != 0

            def in_choice(act: Any, day: Any) -> Any:
                value = act(source, day)
                parts = [value == low if low == high else (value >= low) & (value <= high) for low, high in stretches]
                return reduce(operator.or_, parts)

            self.add(name, bool, in_list if column.is_list else in_choice)
            self.leaves[leaf] = name
        return self.leaves[leaf]
