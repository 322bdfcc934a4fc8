"""Settling what is open: every completion of the facts that a rule asks for, those that make no difference once.

The interval of a rule is sound but not tight: where a fact stands both in a condition and in an exception, all
completions may agree although the interval is open. A finding that a person sees is therefore settled here, and what
stays open says which facts decide it, and how often an answer would.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from sinetra.core.law.evaluate import statuses
from sinetra.core.law.facts import Facts, Moment
from sinetra.core.law.masks import DAY, FieldMasks, Key, Masks, subsets
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType
from sinetra.core.law.words import Status

#: What follows from the day in a named election, in the order of :class:`Moment`.
_OF_THE_DAY = ("stage", "months_after_inauguration")
Moments = tuple[Moment, ...]
#: More distinct completions than this are not tried: the rule stays open, as its interval says.
COMPLETIONS = 4096


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a rule. ``needs``: the facts that decide an open one, each with the share of its answers after
    which the rule is open no longer. ``by``: the rule that displaces a displaced one, if it is always the same."""

    status: Status
    needs: Mapping[str, float]
    by: int | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer to a field, standing for ``weight`` values that no node tells apart."""

    value: Key
    mask: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to complete the fields of a group."""

    answers: tuple[_Answer, ...]
    mask: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Fields completed together: one, and those that it may rule out."""

    names: tuple[str, ...]
    choices: tuple[_Choice, ...]


class Settler:
    """Settles rules of ``sets`` one at a time; what was settled for the same facts is remembered."""

    def __init__(self, sets: RuleSets) -> None:
        self._sets = sets
        self._settled = lru_cache(maxsize=8192)(self._settle)

    def __call__(self, rule: int, facts: Facts) -> Verdict:
        """The verdict on one rule for facts that may be incomplete."""
        masks = self._sets.of_rule(rule)
        asked = tuple((name, facts.values[name]) for name in self._names(rule) if name in facts.values)
        day = None if facts.act_date is None else masks.day_pair(facts.act_date)[0]
        return self._settled(rule, asked, day, facts.moments)

    def _names(self, rule: int) -> tuple[str, ...]:
        masks = self._sets.of_rule(rule)
        parents = {item.parent for item in masks.fields if item.parent is not None}
        return tuple(name for name in FIELDS if name in parents or any(item.name == name for item in masks.fields))

    def _settle(
        self, rule: int, asked: tuple[tuple[str, str | frozenset[str]], ...], day: int | None, moments: Moments
    ) -> Verdict:
        masks = self._sets.of_rule(rule)
        groups = _groups(masks, dict(asked), day, moments)
        ends = _Ends(masks, rule)
        reached = _reached(masks, groups, COMPLETIONS)
        if reached is None:
            return Verdict(Status.OPEN, {name: 0.0 for group in groups for name in _open_names(group)})
        found = {ends[state] for state in reached}
        if len(found) == 1:
            status = found.pop()
            return Verdict(status, {}, self._displacer(rule, masks, reached) if status is Status.DISPLACED else None)
        if Status.MET not in found:
            return Verdict(Status.NOT_MET, {})
        needs: dict[str, float] = {}
        for place, group in enumerate(groups):
            others = _reached(masks, [*groups[:place], *groups[place + 1 :]]) or set()
            needs |= _deciding(masks, group, others, ends)
        return Verdict(Status.OPEN, needs)

    def _displacer(self, rule: int, masks: Masks, reached: Iterable[int]) -> int | None:
        """The rule that displaces it whatever the unknown facts are; None when that is now one, now another."""
        named = {self._sets.displacer(rule, masks, state, state) for state in reached}
        return named.pop() if len(named) == 1 else None


class _Ends(dict[int, Status]):
    """The status of a rule on a complete state, worked out when it is first asked for."""

    def __init__(self, masks: Masks, rule: int) -> None:
        super().__init__()
        self._masks, self._rule = masks, rule

    def __missing__(self, state: int) -> Status:
        found = self[state] = statuses(self._masks, state, state).get(self._rule, Status.NOT_MET)
        return found


def _canonical(masks: Masks, state: int) -> int:
    """Without the exceptions of versions that do not hold: they make no difference."""
    alive = state & masks.heads
    kept, waiting = alive, [*masks.sections]
    while waiting:
        section = waiting.pop()
        kept |= (alive & section.mask) << section.offset
        waiting += section.inner
    return state & kept


def completions(masks: Masks) -> set[int]:
    """The distinct states that any facts can lead to: the bits of the nodes that hold."""
    return _reached(masks, _groups(masks, {}, None, ())) or set()


def _reached(masks: Masks, groups: Iterable[_Group], most: int | None = None) -> set[int] | None:
    """The distinct states of all completions; None when there are more than ``most``."""
    states = {masks.nodes}
    for group in groups:
        choices = {choice.mask for choice in group.choices}
        states = {_canonical(masks, state & mask) for state in states for mask in choices}
        if most is not None and len(states) > most:
            return None
    return states


def _groups(
    masks: Masks, values: Mapping[str, str | frozenset[str]], day: int | None, moments: Moments
) -> list[_Group]:
    tables = {item.name: item for item in masks.fields}
    if moments:
        found = [_days_of(moments, masks, tables)]
        tables = {name: item for name, item in tables.items() if name not in _OF_THE_DAY}
    else:
        days = masks.epochs if day is None else (day,)
        found = [_Group((DAY,), tuple(_Choice((_Answer(str(at), mask, 1),), mask) for at, mask in enumerate(days)))]
    children: dict[str, list[FieldMasks]] = {}
    for item in tables.values():
        if item.parent is None:
            children.setdefault(item.name, [])
        else:
            children.setdefault(item.parent, []).append(item)
    found += [_group(masks, root, tables.get(root), inner, values) for root, inner in children.items()]
    return found


def _days_of(moments: Moments, masks: Masks, tables: Mapping[str, FieldMasks]) -> _Group:
    """Every stretch of days of an election in which neither its stages nor the norms change."""
    found: list[_Choice] = []
    firsts = [moment.day for moment in moments]
    for day in sorted({*firsts, *(first for first in masks.days if first > firsts[0])}):
        moment = moments[bisect_right(firsts, day) - 1]
        mask = masks.day_pair(day)[0]
        for name, value in zip(_OF_THE_DAY, moment[1:], strict=True):
            if name in tables:
                mask &= tables[name].known[value][0]
        found.append(_Choice((_Answer(day.isoformat(), mask, 1),), mask))
    return _Group((DAY,), tuple(found))


def _group(
    masks: Masks,
    root: str,
    table: FieldMasks | None,
    children: list[FieldMasks],
    values: Mapping[str, str | frozenset[str]],
) -> _Group:
    """Every way to complete ``root`` and the fields that depend on it."""
    allowed = [FIELDS[item.name].dependency for item in children]
    classes: dict[tuple[int, tuple[bool, ...]], _Answer] = {}
    for value in [values[root]] if root in values else _values(root):
        mask = masks.nodes if table is None else table.known[value][0]
        allows = tuple(needed is not None and value in needed.values for needed in allowed)
        classes[mask, allows] = _one_more(classes.get((mask, allows)), value, mask)
    choices = []
    for (_, allows), answer in classes.items():
        own = [
            _answers(item, values.get(item.name)) if may else [_Answer(NOT_APPLICABLE, item.silent, 1)]
            for item, may in zip(children, allows, strict=True)
        ]
        for picked in product(*own):
            mask = answer.mask
            for item in picked:
                mask &= item.mask
            choices.append(_Choice((answer, *picked), mask))
    return _Group((root, *(item.name for item in children)), tuple(choices))


def _values(name: str) -> Iterable[str | frozenset[str]]:
    item = FIELDS[name]
    return subsets(item.values) if item.type is FieldType.LIST else item.values


def _answers(item: FieldMasks, value: str | frozenset[str] | None) -> list[_Answer]:
    """The answers to a field, those with one mask once."""
    if value is not None:
        return [_Answer(value, item.known[value][0], 1)]
    found: dict[int, _Answer] = {}
    for each in _values(item.name):
        mask = item.known[each][0]
        found[mask] = _one_more(found.get(mask), each, mask)
    return list(found.values())


def _one_more(answer: _Answer | None, value: Key, mask: int) -> _Answer:
    """The answer that stands for one value more."""
    return _Answer(value, mask, 1) if answer is None else _Answer(answer.value, mask, answer.weight + 1)


def _open_names(group: _Group) -> Iterator[str]:
    for place, name in enumerate(group.names):
        if len({choice.answers[place] for choice in group.choices}) > 1:
            yield name


def _deciding(masks: Masks, group: _Group, others: set[int], ends: Mapping[int, Status]) -> dict[str, float]:
    """The fields of a group of which some answer, all else being equal, changes whether the rule is met."""
    found: dict[str, float] = {}
    met = {
        choice: tuple(ends[_canonical(masks, state & choice.mask)] is Status.MET for state in others)
        for choice in group.choices
    }
    for place, name in enumerate(group.names):
        if any(met[one] != met[other] and _differ_in(place, one, other) for one, other in combinations(met, 2)):
            possible: dict[_Answer, set[bool]] = {}
            for choice, results in met.items():
                possible.setdefault(choice.answers[place], set()).update(results)
            total = sum(answer.weight for answer in possible)
            found[name] = sum(answer.weight for answer, ends_in in possible.items() if len(ends_in) == 1) / total
    return found


def _differ_in(place: int, one: _Choice, other: _Choice) -> bool:
    """Two choices differ in this answer only; what the answer rules out goes with it."""
    return all(
        (at == place) != (mine == its) or (at != place and NOT_APPLICABLE in (mine.value, its.value))
        for at, (mine, its) in enumerate(zip(one.answers, other.answers, strict=True))
    )
