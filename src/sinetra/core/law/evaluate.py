"""Three-valued evaluation: which norm applies, which is excepted, displaced, open; and settling what is open.

Every node is an interval [S, M] over false < unknown < true. A rule applies when its condition holds and no exception
is effective; it is reported when it applies and no reported rule displaces it, in topological order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY, Masks, Node
from sinetra.core.law.vocabulary import FIELDS
from sinetra.core.law.words import Status

#: A finding shown to a person is settled over at most so many completions of its open fields.
COMPLETIONS = 64
ALL_FIELDS = (DAY, *FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A norm as nodes, one a version. ``heads``: their bits; ``bits``: with those of all exceptions.

    ``displaced_by``: indices of rules, all earlier; ``above``: those, what displaces them, and itself, in order.
    """

    index: int
    versions: tuple[Node, ...]
    heads: int
    bits: int
    displaced_by: tuple[int, ...]
    above: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The masks of each field before the AND: ``choices`` one mask a possible value, then [S, M]; and the AND."""

    choices: Mapping[str, tuple[int, ...]]
    sure: Mapping[str, int]
    may: Mapping[str, int]
    s: int
    m: int


def trace(masks: Masks, facts: Facts) -> Trace:
    """Every field of ``facts`` against every node."""
    choices, sure, may = {}, {}, {}
    s = m = (1 << masks.size) - 1
    for name in ALL_FIELDS:
        found = masks.choices(name, facts)
        low = high = found[0]
        for mask in found[1:]:
            low &= mask
            high |= mask
        choices[name], sure[name], may[name] = found, low, high
        s &= low
        m &= high
    return Trace(choices=choices, sure=sure, may=may, s=s, m=m)


def effective(node: Node, s: int, m: int) -> tuple[bool, bool]:
    """[S, M] of a node after its exceptions, inner ones first.

    An exception that surely holds takes the node away; one that may hold leaves it open.
    """
    if not m >> node.bit & 1:
        return False, False
    low, high = bool(s >> node.bit & 1), True
    for inner in node.unless:
        inner_low, inner_high = effective(inner, s, m)
        low = low and not inner_high
        high = high and not inner_low
    return low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a rule: ``needs`` are the fields that decide an open one, ``by`` the rule that displaces it."""

    status: Status
    needs: tuple[str, ...] = ()
    by: int | None = None


def _applies(rule: Rule, s: int, m: int) -> tuple[bool, bool]:
    low = high = False
    for node in rule.versions:
        node_low, node_high = effective(node, s, m)
        low, high = low or node_low, high or node_high
    return low, high


def reports(rules: Sequence[Rule], wanted: Iterable[int], s: int, m: int) -> dict[int, tuple[bool, bool]]:
    """[S, M] of being reported for rules ``wanted`` in order, each after all that may displace it."""
    found: dict[int, tuple[bool, bool]] = {}
    for index in wanted:
        rule = rules[index]
        low, high = _applies(rule, s, m) if rule.heads & m else (False, False)
        for other in rule.displaced_by:
            other_low, other_high = found[other]
            low, high = low and not other_high, high and not other_low
        found[index] = (low, high)
    return found


def _known_status(rules: Sequence[Rule], index: int, s: int, m: int) -> tuple[Status, int | None]:
    """The status of a rule whose interval is not open."""
    found = reports(rules, rules[index].above, s, m)
    if found[index][0]:
        return Status.MET, None
    low, high = _applies(rules[index], s, m)
    if low:
        by = next((other for other in rules[index].displaced_by if found[other][0]), None)
        return Status.DISPLACED, by
    holds = any(s >> node.bit & 1 for node in rules[index].versions)
    return (Status.EXCEPTED if holds and not high else Status.NOT_MET), None


def _open_fields(found: Trace, bits: int) -> dict[str, tuple[int, ...]]:
    """The fields that are open for these nodes, each with the distinct masks of its values."""
    result = {}
    alive = bits & found.m
    for name in ALL_FIELDS:
        if found.sure[name] & alive != found.may[name] & alive:
            result[name] = tuple({mask & alive: mask for mask in found.choices[name]}.values())
    return result


def judge(rules: Sequence[Rule], index: int, found: Trace) -> Verdict:
    """The verdict on one rule; an open one is settled by enumerating the completions of its open fields."""
    low, high = reports(rules, rules[index].above, found.s, found.m)[index]
    if low or not high:
        status, by = _known_status(rules, index, found.s, found.m)
        return Verdict(status=status, by=by)
    bits = 0
    for other in rules[index].above:
        bits |= rules[other].bits
    fields = _open_fields(found, bits)
    count = 1
    for masks in fields.values():
        count *= len(masks)
    if count > COMPLETIONS:
        return Verdict(status=Status.OPEN, needs=tuple(fields))
    return _settle(rules, index, found, fields, bits)


def _settle(
    rules: Sequence[Rule], index: int, found: Trace, fields: Mapping[str, tuple[int, ...]], bits: int
) -> Verdict:
    fixed = bits & found.m
    for name in ALL_FIELDS:
        if name not in fields:
            fixed &= found.may[name]
    results: dict[tuple[int, ...], tuple[Status, int | None]] = {}
    for picks in product(*(range(len(masks)) for masks in fields.values())):
        held = fixed
        for masks, pick in zip(fields.values(), picks, strict=True):
            held &= masks[pick]
        results[picks] = _known_status(rules, index, held, held)
    outcomes = set(results.values())
    if len(outcomes) == 1:
        status, by = outcomes.pop()
        return Verdict(status=status, by=by)
    if all(status is not Status.MET for status, _ in outcomes):
        return Verdict(status=Status.NOT_MET)
    return Verdict(status=Status.OPEN, needs=_deciding(tuple(fields), results))


def _deciding(names: tuple[str, ...], results: Mapping[tuple[int, ...], tuple[Status, int | None]]) -> tuple[str, ...]:
    """The fields of which some answer, the others being equal, changes whether the rule is met."""
    needed = []
    for place, name in enumerate(names):
        seen: dict[tuple[int, ...], bool] = {}
        for picks, (status, _) in results.items():
            rest = picks[:place] + picks[place + 1 :]
            met = status is Status.MET
            if seen.setdefault(rest, met) != met:
                needed.append(name)
                break
    return tuple(needed)
