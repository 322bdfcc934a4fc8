"""The norms as two-valued expressions over codes: for each rule one for *surely* (S) and one for *maybe* (M).

This is how an engine without unknowns can answer with them: a leaf becomes two leaves, NOT exchanges them. What a
rule displaces is written out inside its expressions. Each peer only renders these trees in its own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bench.law.codes import Book
from sinetra.core.law.masks import DAY
from sinetra.core.law.model import Condition, Exemption, Norm, Period, Version
from sinetra.core.law.vocabulary import FIELDS


@dataclass(frozen=True, slots=True)
class Leaf:
    """The column's code is one of ``codes``; of a list column: one of these bits is set."""

    field: str
    codes: frozenset[int]


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Tree


Tree = Leaf | All | Any | Not
TRUE, FALSE = All(()), Any(())


@dataclass(frozen=True, slots=True)
class Pair:
    """``may`` is true whenever ``sure`` is."""

    sure: Tree
    may: Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``applies`` is without displacement, ``reported`` has it written out; ``displaced_by`` are earlier places."""

    id: str
    applies: Pair
    reported: Pair
    displaced_by: tuple[int, ...]


def rules_of(book: Book) -> tuple[Rule, ...]:
    norms = book.rulebook.norms
    rules: list[Rule] = []
    for norm in norms:
        above = tuple(place for place, other in enumerate(norms) if _displaces(other, norm))
        if any(place >= len(rules) for place in above):
            raise ValueError(f"{norm.id} comes before what displaces it")
        applies = _any([_node(book, version) for version in norm.versions])
        reported = _all([applies, *(_not(rules[place].reported) for place in above)])
        rules.append(Rule(id=norm.id, applies=applies, reported=reported, displaced_by=above))
    return tuple(rules)


def fields_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The columns that some rule reads."""
    found = {leaf.field for rule in rules for tree in (rule.applies.sure, rule.applies.may) for leaf in leaves(tree)}
    return tuple(name for name in (DAY, *FIELDS) if name in found)


def leaf_names(rules: Iterable[Rule]) -> dict[Leaf, str]:
    """Each leaf of the rules once, with a name for its column."""
    trees = [tree for rule in rules for tree in (rule.reported.sure, rule.reported.may)]
    found = dict.fromkeys(leaf for tree in trees for leaf in leaves(tree))
    return {leaf: f"leaf{place}" for place, leaf in enumerate(found)}


def given(tree: Tree, field: str, code: int) -> Tree:
    """What is left of the tree when it is known that the column has this code."""
    if isinstance(tree, Leaf):
        if tree.field != field:
            return tree
        return TRUE if code in tree.codes else FALSE
    if isinstance(tree, Not):
        part = given(tree.part, field, code)
        if part in (TRUE, FALSE):
            return FALSE if part == TRUE else TRUE
        return Not(part)
    return _flat(type(tree), [given(part, field, code) for part in tree.parts])


def rules_given(rules: Iterable[Rule], field: str, code: int) -> dict[int, Rule]:
    """The rules, by their place, of which something is left when it is known that the column has this code."""
    found = {}
    for place, rule in enumerate(rules):
        applies, reported = (
            Pair(given(pair.sure, field, code), given(pair.may, field, code)) for pair in (rule.applies, rule.reported)
        )
        if applies.may != FALSE:
            found[place] = replace(rule, applies=applies, reported=reported)
    return found


def leaves(tree: Tree) -> Iterable[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    else:
        for part in (tree.part,) if isinstance(tree, Not) else tree.parts:
            yield from leaves(part)


def _displaces(other: Norm, norm: Norm) -> bool:
    return other is not norm and (norm.id in other.displaces or f"group:{norm.group}" in other.displaces)


def _node(book: Book, item: Version | Exemption) -> Pair:
    """The condition that fails most often comes first: engines that stop at the first failure gain by it."""
    asked = sorted(item.when, key=lambda part: len(part.values) / len(FIELDS[part.field].values))
    return _all(
        [
            *(_condition(book, part) for part in asked),
            _period(book, item.period),
            *(_not(_node(book, inner)) for inner in item.unless),
        ]
    )


def _period(book: Book, period: Period) -> Pair:
    held = frozenset(place for place, day in enumerate(book.days) if period.holds(day))
    if len(held) == len(book.days):
        return Pair(TRUE, TRUE)
    return Pair(Leaf(DAY, held), Leaf(DAY, held | {book.columns[DAY].unknown}))


def _condition(book: Book, asked: Condition) -> Pair:
    """A fact whose parent is unknown may yet be ruled out, so it never surely holds."""
    column, item = book.columns[asked.field], FIELDS[asked.field]
    codes = frozenset(place for place, word in enumerate(column.words) if word in asked.values)
    may = codes | {column.unknown}
    always = not column.is_list and set(item.values) <= asked.values
    doubted = frozenset(code + column.shift for code in may)
    return Pair(Leaf(asked.field, may if always else codes), Leaf(asked.field, may | doubted))


def _all(parts: Sequence[Pair]) -> Pair:
    return Pair(_flat(All, [part.sure for part in parts]), _flat(All, [part.may for part in parts]))


def _any(parts: Sequence[Pair]) -> Pair:
    return Pair(_flat(Any, [part.sure for part in parts]), _flat(Any, [part.may for part in parts]))


def _not(part: Pair) -> Pair:
    return Pair(Not(part.may), Not(part.sure))


def _flat(kind: type[All] | type[Any], parts: Sequence[Tree]) -> Tree:
    """Without nesting of the same kind and without parts that say nothing."""
    flat: list[Tree] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else [part]
    dominant = FALSE if kind is All else TRUE
    if dominant in flat:
        return dominant
    return flat[0] if len(flat) == 1 else kind(tuple(flat))
