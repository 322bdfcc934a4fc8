"""Conditions of a set of rules compiled to bit masks: for each field and value one Python int, one bit a node.

A node is a version of a norm or an exception. The versions of the rules stand in bits 0 to ``width - 1``, in the order
of the rules, so that a rule follows all that displace it. Exceptions stand in sections of the same width: the first
exceptions of all versions in one, the second in the next, the exceptions to them in others. An exception thus has the
place of its version, and a whole section is worked on at once.

For each field there are two masks: S, the nodes that surely hold, and M, those that may. A known value has one mask
for both; for an unknown one S is the AND and M the OR over its values. The masks before the AND over the fields are
the whole explanation, also of what does not hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, zip_longest
from typing import Protocol

from sinetra.core.law.facts import Facts
from sinetra.core.law.model import Condition, Exemption, Period
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

DAY = "act_date"

#: [S, M]
Pair = tuple[int, int]
#: A value of a field as facts hold it; None is unknown.
Key = str | frozenset[str] | None


class Head(Protocol):
    """What is compiled: a version of a norm, or a point on which sources differ."""

    @property
    def when(self) -> tuple[Condition, ...]: ...
    @property
    def period(self) -> Period: ...
    @property
    def unless(self) -> tuple[Exemption, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The exceptions at one place of the tree: bit ``offset + version`` each, and the sections of those to them."""

    offset: int
    inner: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMasks:
    """``known[value]`` counts when the parent is known (or there is none), ``doubtful[value]`` when it is not: then
    the field may turn out to be not applicable. ``silent``: the nodes that do not ask for the field."""

    name: str
    parent: str | None
    known: Mapping[Key, Pair]
    doubtful: Mapping[Key, Pair]
    silent: int

    def pair(self, values: Mapping[str, str | frozenset[str]]) -> Pair:
        table = self.known if self.parent is None or self.parent in values else self.doubtful
        return table[values.get(self.name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masks:
    """A set of rules, compiled. ``days``: the first days of the epochs after the first; ``epochs``: one mask more.

    ``rule_of[bit]`` is the rule of a version, ``version_of[bit]`` its place in the norm. ``nodes`` has the bit of every
    node; bits of versions times ``repeat`` are these bits in every section. ``displaced`` has the bits of versions
    that something displaces, ``displacers[bit]`` the versions that do.

    ``fixed`` and ``asked`` say the same as ``nodes`` and ``fields``, without the field whose value is the same for all
    facts that come here.
    """

    rule_of: tuple[int, ...]
    version_of: tuple[int, ...]
    width: int
    nodes: int
    repeat: int
    sections: tuple[Section, ...]
    fields: tuple[FieldMasks, ...]
    fixed: int
    asked: tuple[tuple[str, str | None, Mapping[Key, Pair], Mapping[Key, Pair]], ...]
    days: tuple[date, ...]
    epochs: tuple[int, ...]
    any_day: Pair
    displaced: int
    displacers: tuple[int, ...]

    @property
    def heads(self) -> int:
        """The bits of all versions."""
        return (1 << self.width) - 1

    def day_pair(self, day: date | None) -> Pair:
        if day is None:
            return self.any_day
        mask = self.epochs[bisect_right(self.days, day)]
        return mask, mask

    def conditions(self, facts: Facts) -> Pair:
        """[S, M] of the conditions of every node: the AND over the fields."""
        values = facts.values
        s, m = self.day_pair(facts.act_date)
        s &= self.fixed
        m &= self.fixed
        for name, parent, known, doubtful in self.asked:
            low, high = (known if parent is None or parent in values else doubtful)[values.get(name)]
            s &= low
            m &= high
        return s, m


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    bit: int
    when: tuple[Condition, ...]
    period: Period


def compile_masks(
    heads: Sequence[tuple[int, int, Head]],
    displaced_by: Mapping[int, Iterable[int]],
    fixed: tuple[str, str] | None = None,
) -> Masks:
    """Masks over ``heads``: (rule, place among its versions, version), the rules in their order.

    ``fixed``: a field and its value in all facts that these masks will see.

    ``displaced_by``: the rules that displace a rule; those that are not among ``heads`` do not count.
    """
    width = len(heads)
    nodes = [_Node(bit=bit, when=head.when, period=head.period) for bit, (_, _, head) in enumerate(heads)]
    sections, end = _sections([head.unless for _, _, head in heads], width, width, nodes)
    every = sum(1 << node.bit for node in nodes)
    days, epochs = _epochs(nodes)
    versions: dict[int, int] = {}
    for bit, (rule, _, _) in enumerate(heads):
        versions[rule] = versions.get(rule, 0) | 1 << bit
    above = {rule: sum(versions.get(other, 0) for other in displaced_by.get(rule, ())) for rule in versions}
    fields = tuple(_field(name, nodes, every) for name in FIELDS if any(_asks(node, name) for node in nodes))
    name, value = fixed or (None, None)
    return Masks(
        rule_of=tuple(rule for rule, _, _ in heads),
        version_of=tuple(place for _, place, _ in heads),
        width=width,
        nodes=every,
        repeat=sum(1 << offset for offset in range(0, end, width)) if width else 0,
        sections=sections,
        fields=fields,
        fixed=next((every & item.known[value][0] for item in fields if item.name == name), every),
        asked=tuple(
            (item.name, None if item.parent == name else item.parent, item.known, item.doubtful)
            for item in fields
            if item.name != name
        ),
        days=days,
        epochs=epochs,
        any_day=_and_or(epochs),
        displaced=sum(mask for rule, mask in versions.items() if above[rule]),
        displacers=tuple(above[rule] for rule, _, _ in heads),
    )


def _sections(
    trees: Sequence[tuple[Exemption, ...]], width: int, start: int, nodes: list[_Node]
) -> tuple[tuple[Section, ...], int]:
    """Lays out one level of exceptions and all below it; appends their nodes. Returns the next free offset."""
    found = []
    for place in zip_longest(*trees):
        offset, start = start, start + width
        nodes += [
            _Node(bit=offset + version, when=item.when, period=item.period)
            for version, item in enumerate(place)
            if item is not None
        ]
        inner, start = _sections([() if item is None else item.unless for item in place], width, start, nodes)
        found.append(Section(offset=offset, inner=inner))
    return tuple(found), start


def _asks(node: _Node, name: str) -> bool:
    return any(condition.field == name for condition in node.when)


def _and_or(masks: Iterable[int]) -> Pair:
    masks = iter(masks)
    low = high = next(masks)
    for mask in masks:
        low &= mask
        high |= mask
    return low, high


def _field(name: str, nodes: Sequence[_Node], every: int) -> FieldMasks:
    item = FIELDS[name]
    asked = dict.fromkeys(item.values, 0)
    silent = every
    for node in nodes:
        for condition in node.when:
            if condition.field == name:
                silent &= ~(1 << node.bit)
                for value in condition.values:
                    asked[value] |= 1 << node.bit
    masks: dict[Key, int] = {value: silent | asked[value] for value in item.values}
    if item.type is FieldType.LIST:
        # A list holds when it has one of the values; an empty list has none.
        masks = {subset: silent | _union(asked, subset) for subset in subsets(item.values)}
    known: dict[Key, Pair] = {value: (mask, mask) for value, mask in masks.items()}
    known[NOT_APPLICABLE] = (silent, silent)
    known[None] = _and_or(masks.values())
    return FieldMasks(
        name=name,
        parent=None if item.dependency is None else item.dependency.parent,
        known=known,
        doubtful={value: (silent, high) for value, (_, high) in known.items()},
        silent=silent,
    )


def subsets(values: Sequence[str]) -> Iterable[frozenset[str]]:
    """Every list of a field of that type, the empty one first."""
    return map(frozenset, chain.from_iterable(combinations(values, size) for size in range(len(values) + 1)))


def _union(asked: Mapping[str, int], values: Iterable[str]) -> int:
    found = 0
    for value in values:
        found |= asked[value]
    return found


def _epochs(nodes: Sequence[_Node]) -> tuple[tuple[date, ...], tuple[int, ...]]:
    starts = {node.period.start for node in nodes} | {
        node.period.end + timedelta(days=1) for node in nodes if node.period.end is not None
    }
    days = tuple(sorted(day for day in starts if day is not None))
    return days, tuple(
        sum(1 << node.bit for node in nodes if node.period.holds(day))
        for day in (days[0] - timedelta(days=1) if days else date.min, *days)
    )
