"""Conditions compiled to bit masks: for each field and value one Python int, one bit a node.

A node is a version of a norm, an exception or a dispute. ``tables[field][value]`` has the bit of every node that the
value satisfies or that does not ask for the field. An unknown field holds surely (S) in the AND, maybe (M) in the OR
over its possible values; the masks before the last AND are the whole explanation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.core.law.facts import Facts
from sinetra.core.law.model import Condition, Period
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

DAY = "act_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something with a condition: its bit, what it asks, and the exceptions to it."""

    bit: int
    when: tuple[Condition, ...]
    period: Period
    unless: tuple[Node, ...]

    def bit_is_dead(self, may: int) -> bool:
        """Some condition surely fails, so its exceptions do not matter."""
        return not may >> self.bit & 1

    @property
    def bits(self) -> int:
        """The bits of the node and of all its exceptions."""
        found = 1 << self.bit
        for inner in self.unless:
            found |= inner.bits
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Masks:
    """``days`` are the first days of the epochs after the first; ``epochs`` has one mask more."""

    size: int
    tables: Mapping[str, Mapping[str, int]]
    silent: Mapping[str, int]
    unknown: Mapping[str, tuple[int, ...]]
    days: tuple[date, ...]
    epochs: tuple[int, ...]

    def epoch(self, day: date) -> int:
        return self.epochs[bisect_right(self.days, day)]

    def choices(self, name: str, facts: Facts) -> tuple[int, ...]:
        """The masks of the values the field may have: one when it is known."""
        if name == DAY:
            return self.epochs if facts.act_date is None else (self.epoch(facts.act_date),)
        item, table, silent = FIELDS[name], self.tables[name], self.silent[name]
        value = facts.values.get(name)
        if value == NOT_APPLICABLE:
            return (silent,)
        if value is None:
            masks = self.unknown[name]
        elif isinstance(value, frozenset):
            masks = (_union(table, silent, value),)
        else:
            masks = (table[value],)
        if item.dependency is not None and item.dependency.parent not in facts.values:
            return (*masks, silent)
        return masks


def _union(table: Mapping[str, int], silent: int, values: Iterable[str]) -> int:
    for value in values:
        silent |= table[value]
    return silent


def _unions(table: Mapping[str, int], silent: int) -> tuple[int, ...]:
    """The masks of every subset of the list's values, each once."""
    found = {silent}
    for mask in table.values():
        found |= {mask | other for other in found}
    return tuple(sorted(found))


def compile_masks(nodes: Iterable[Node]) -> Masks:
    """Masks over all ``nodes``, exceptions included."""
    flat = [node for top in nodes for node in _walk(top)]
    full = (1 << len(flat)) - 1
    tables: dict[str, dict[str, int]] = {}
    silent = dict.fromkeys(FIELDS, full)
    for name, item in FIELDS.items():
        asked = dict.fromkeys(item.values, 0)
        for node in flat:
            for condition in node.when:
                if condition.field == name:
                    silent[name] &= ~(1 << node.bit)
                    for value in condition.values:
                        asked[value] |= 1 << node.bit
        tables[name] = {value: silent[name] | mask for value, mask in asked.items()}
    starts = {node.period.start for node in flat} | {
        node.period.end + timedelta(days=1) for node in flat if node.period.end is not None
    }
    days = tuple(sorted(day for day in starts if day is not None))
    epochs = tuple(
        sum(1 << node.bit for node in flat if node.period.holds(day))
        for day in (days[0] - timedelta(days=1) if days else date.min, *days)
    )
    unknown = {
        name: _unions(table, silent[name])
        if FIELDS[name].type is FieldType.LIST
        else tuple(dict.fromkeys(table.values()))
        for name, table in tables.items()
    }
    return Masks(size=len(flat), tables=tables, silent=silent, unknown=unknown, days=days, epochs=epochs)


def _walk(node: Node) -> Iterable[Node]:
    yield node
    for inner in node.unless:
        yield from _walk(inner)
