"""A set of rules as a straight list of steps on bitmaps: one bit an act, [S, M] one above the other.

Every condition that norms share is worked out once: the values of a field, then the sets of values, then conditions
that begin alike, then exceptions. What is left for a rule is a handful of ANDs over eight acts a byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from sinetra.core.law.codes import coding
from sinetra.core.law.masks import DAY, Head, Masks
from sinetra.core.law.model import Period
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.vocabulary import FIELDS, FieldType


class Do(Enum):
    """``WITHOUT``: the first and not the second; of an interval, NOT [S, M] is [not M, not S]."""

    AND = auto()
    OR = auto()
    WITHOUT = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field has one of some values. ``codes``: theirs; of a list: the bits of the entries of which it has one; of
    the day: its epochs. ``always``: an unknown one surely has."""

    field: str
    codes: tuple[int, ...]
    always: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """``steps[i]`` makes slot ``len(leaves) + i`` out of two earlier slots; leaves are the first slots.

    ``reported[rule]`` is the slot that says whether the rule is reported, ``excepted[rule]`` whether its condition
    surely holds and nothing of it may apply (the second mask of that slot has no meaning).
    """

    leaves: tuple[Leaf, ...]
    steps: tuple[tuple[Do, int, int], ...]
    reported: tuple[int, ...]
    excepted: tuple[int, ...]


class _Writer:
    def __init__(self, sets: RuleSets) -> None:
        self._masks: Masks = sets.every
        heads = sets.heads_of_act(None)
        count = Counter(leaf for head in _nodes(item[2] for item in heads) for leaf in self._leaves(head))
        # The most common conditions come first, so that as many as possible begin alike.
        self._rank = {leaf: place for place, (leaf, _) in enumerate(count.most_common())}
        self._slots: dict[object, int] = {leaf: place for place, leaf in enumerate(self._rank)}
        self._steps: list[tuple[Do, int, int]] = []

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return tuple(self._rank)

    @property
    def steps(self) -> tuple[tuple[Do, int, int], ...]:
        return tuple(self._steps)

    def _leaves(self, head: Head) -> Iterator[Leaf]:
        for condition in head.when:
            item, own = FIELDS[condition.field], coding(condition.field)
            if item.type is FieldType.LIST:
                yield Leaf(
                    item.name, tuple(1 << item.values.index(value) for value in sorted(condition.values)), always=False
                )
            else:
                codes = sorted(own.code_of[value] for value in condition.values)
                yield Leaf(item.name, tuple(codes), always=len(codes) == len(item.values))
        epochs = self._epochs(head.period)
        everyday = len(epochs) == len(self._masks.epochs)
        if not everyday or not head.when:
            yield Leaf(DAY, epochs, always=everyday)

    def _epochs(self, period: Period) -> tuple[int, ...]:
        days = self._masks.days
        firsts = [days[0] - timedelta(days=1), *days] if days else []
        return tuple(place for place, day in enumerate(firsts) if period.holds(day))

    def step(self, do: Do, one: int, other: int) -> int:
        """The slot of a step, made once."""
        key = (do, one, other)
        if key not in self._slots:
            self._slots[key] = len(self._rank) + len(self._steps)
            self._steps.append(key)
        return self._slots[key]

    def own(self, head: Head) -> int:
        """The condition of a node without its exceptions."""
        leaves = sorted(set(self._leaves(head)), key=self._rank.__getitem__)
        slot, *others = (self._slots[leaf] for leaf in leaves)
        for other in others:
            slot = self.step(Do.AND, slot, other)
        return slot

    def node(self, head: Head) -> int:
        slot = self.own(head)
        for inner in head.unless:
            slot = self.step(Do.WITHOUT, slot, self.node(inner))
        return slot

    def any_of(self, slots: Sequence[int]) -> int:
        slot, *others = slots
        for other in others:
            slot = self.step(Do.OR, slot, other)
        return slot


def _nodes(heads: Iterator[Head]) -> Iterator[Head]:
    for head in heads:
        yield head
        yield from _nodes(iter(head.unless))


def write_program(sets: RuleSets) -> Program:
    """The program of all rules of ``sets``, which are in an order in which each follows all that displace it."""
    writer = _Writer(sets)
    versions: dict[int, list[Head]] = {}
    for rule, _, head in sets.heads_of_act(None):
        versions.setdefault(rule, []).append(head)
    reported: list[int] = []
    excepted: list[int] = []
    for rule in range(len(versions)):
        applies = writer.any_of([writer.node(head) for head in versions[rule]])
        excepted.append(writer.step(Do.WITHOUT, writer.any_of([writer.own(head) for head in versions[rule]]), applies))
        for above in sets.displaced_by.get(rule, ()):
            applies = writer.step(Do.WITHOUT, applies, reported[above])
        reported.append(applies)
    return Program(leaves=writer.leaves, steps=writer.steps, reported=tuple(reported), excepted=tuple(excepted))
