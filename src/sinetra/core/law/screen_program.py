"""A set of rules as a straight list of steps on bitmaps: one bit an act, [S, M] one above the other.

Every condition that norms share is worked out once: the values of a field, then the sets of values, then conditions
that begin alike, then exceptions. What is left for a rule is a handful of ANDs over eight acts a byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from sinetra.core.law.codes import coding
from sinetra.core.law.masks import DAY, Head, Masks
from sinetra.core.law.model import Period
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.vocabulary import FIELDS, FieldType


class Do(Enum):
    """``LEAF`` makes the leaf ``one``; ``NOT`` of an interval [S, M] is [not M, not S]; AND and OR are pair by pair."""

    LEAF = auto()
    NOT = auto()
    AND = auto()
    OR = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field has one of some values. ``codes``: theirs; of a list: the bits of the entries of which it has one; of
    the day: its epochs. ``always``: an unknown one surely has."""

    field: str
    codes: tuple[int, ...]
    always: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The i-th step makes slot i, of the slots ``one`` and ``other``.

    ``rules``: whose answer it is; ``over``: the slots that no later step needs.
    """

    do: Do
    one: int
    other: int
    rules: tuple[int, ...]
    over: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    leaves: tuple[Leaf, ...]
    steps: tuple[Step, ...]


class _Writer:
    def __init__(self, sets: RuleSets) -> None:
        self._masks: Masks = sets.every
        heads = sets.heads_of_act(None)
        count = Counter(leaf for head in _nodes(item[2] for item in heads) for leaf in self._leaves(head))
        # The most common conditions come first, so that as many as possible begin alike.
        self._rank = {leaf: place for place, (leaf, _) in enumerate(count.most_common())}
        self._slots: dict[tuple[Do, int, int], int] = {}
        self._answers: dict[int, list[int]] = {}

    def program(self) -> Program:
        """The steps in the order in which they were asked for."""
        last = {slot: slot for slot in self._slots.values()}
        for (do, one, other), slot in self._slots.items():
            if do is not Do.LEAF:
                last[one] = last[other] = slot
        over: dict[int, list[int]] = {}
        for slot, by in last.items():
            over.setdefault(by, []).append(slot)
        steps = tuple(
            Step(do, one, other, tuple(self._answers.get(slot, ())), tuple(over.get(slot, ())))
            for (do, one, other), slot in self._slots.items()
        )
        return Program(leaves=tuple(self._rank), steps=steps)

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

    def answer(self, rule: int, slot: int) -> None:
        self._answers.setdefault(slot, []).append(rule)

    def _step(self, do: Do, one: int, other: int) -> int:
        """The slot of a step, made once."""
        return self._slots.setdefault((do, one, other), len(self._slots))

    def without(self, one: int, other: int) -> int:
        return self._step(Do.AND, one, self._step(Do.NOT, other, other))

    def own(self, head: Head) -> int:
        """The condition of a node without its exceptions."""
        leaves = sorted(self._rank[leaf] for leaf in set(self._leaves(head)))
        slot, *others = (self._step(Do.LEAF, leaf, leaf) for leaf in leaves)
        for other in others:
            slot = self._step(Do.AND, slot, other)
        return slot

    def node(self, head: Head) -> int:
        slot = self.own(head)
        for inner in head.unless:
            slot = self.without(slot, self.node(inner))
        return slot

    def any_of(self, slots: Sequence[int]) -> int:
        slot, *others = slots
        for other in others:
            slot = self._step(Do.OR, slot, other)
        return slot


def _nodes(heads: Iterable[Head]) -> Iterator[Head]:
    for head in heads:
        yield head
        yield from _nodes(head.unless)


def _versions(sets: RuleSets) -> list[list[Head]]:
    found: dict[int, list[Head]] = {}
    for rule, _, head in sets.heads_of_act(None):
        found.setdefault(rule, []).append(head)
    return [found[rule] for rule in sorted(found)]


def reported(sets: RuleSets) -> Program:
    """Answers whether each rule of ``sets`` is reported; each rule follows those that displace it."""
    writer = _Writer(sets)
    slots: list[int] = []
    for rule, versions in enumerate(_versions(sets)):
        slot = writer.any_of([writer.node(head) for head in versions])
        for above in sets.displaced_by.get(rule, ()):
            slot = writer.without(slot, slots[above])
        writer.answer(rule, slot)
        slots.append(slot)
    return writer.program()


def excepted(sets: RuleSets) -> Program:
    """Answers, in S, whether the condition of each rule surely holds and surely nothing of it applies."""
    writer = _Writer(sets)
    for rule, versions in enumerate(_versions(sets)):
        holds = writer.any_of([writer.own(head) for head in versions])
        writer.answer(rule, writer.without(holds, writer.any_of([writer.node(head) for head in versions])))
    return writer.program()
