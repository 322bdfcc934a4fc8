"""Can it ever happen? Enumerates the values of a rule's own fields, those of its displacers included.

Values that no node of the rule tells apart count once. A value that a known parent rules out is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sinetra.core.law.evaluate import ALL_FIELDS, Rule, effective, reports
from sinetra.core.law.masks import DAY, Masks, Node
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

#: (value or None for a date or list, mask): one class of values of a field.
_Class = tuple[str | None, int]


def unreachable(node: Node, rule: Rule, rules: Sequence[Rule], masks: Masks) -> int | None:
    """The bit of ``node`` when it can never be reported, of an exception when it can never apply, else None."""
    wanted = {node.bit, *_inner(node)}
    for held in _situations(rule, rules, masks):
        if not held >> node.bit & 1:
            continue
        if node.bit in wanted and effective(node, held, held)[0] and _reported(rule, rules, held):
            wanted.discard(node.bit)
        wanted -= set(_effective_inside(node, held))
        if not wanted:
            return None
    return min(wanted)


def _reported(rule: Rule, rules: Sequence[Rule], held: int) -> bool:
    return reports(rules, rule.above, held, held)[rule.index][0]


def _inner(node: Node) -> Iterator[int]:
    for inner in node.unless:
        yield inner.bit
        yield from _inner(inner)


def _effective_inside(node: Node, held: int) -> Iterator[int]:
    """The exceptions that do something: their own condition holds, and so does that of what they are exceptions to."""
    for inner in node.unless:
        if held >> inner.bit & 1:
            if effective(inner, held, held)[0]:
                yield inner.bit
            yield from _effective_inside(inner, held)


def _situations(rule: Rule, rules: Sequence[Rule], masks: Masks) -> Iterator[int]:
    bits = rule.bits
    for index in rule.above:
        bits |= rules[index].bits
    names = [name for name in ALL_FIELDS if name == DAY or masks.silent[name] & bits != bits]
    classes = [_classes(name, names, bits, masks) for name in names]
    for picked in product(*classes):
        values = {name: value for name, (value, _) in zip(names, picked, strict=True) if value is not None}
        if all(_possible(name, value, values) for name, value in values.items()):
            held = bits
            for _, mask in picked:
                held &= mask
            if held:
                yield held


def _classes(name: str, names: Sequence[str], bits: int, masks: Masks) -> list[_Class]:
    """Values with different masks, those that satisfy most nodes first: witnesses are found early."""
    if name == DAY:
        found: dict[object, _Class] = {mask & bits: (None, mask) for mask in masks.epochs}
    elif FIELDS[name].type is FieldType.LIST:
        found = {mask & bits: (None, mask) for mask in masks.unknown[name]}
    else:
        needs = [FIELDS[child].dependency for child in names if child != DAY]
        parents = [needed for needed in needs if needed is not None and needed.parent == name]
        found = {}
        for value, mask in masks.tables[name].items():
            allows = tuple(value in needed.values for needed in parents)
            found.setdefault((mask & bits, allows), (value, mask))
        if FIELDS[name].dependency is not None:
            found[NOT_APPLICABLE] = (NOT_APPLICABLE, masks.silent[name])
    return sorted(found.values(), key=lambda item: -(item[1] & bits).bit_count())


def _possible(name: str, value: str, values: dict[str, str]) -> bool:
    needed = FIELDS[name].dependency
    if needed is None or needed.parent not in values:
        return True
    return (values[needed.parent] in needed.values) == (value != NOT_APPLICABLE)
