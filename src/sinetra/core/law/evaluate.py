"""Three-valued evaluation: which norms apply, which are excepted, displaced, open.

Every node is an interval [S, M] over false < unknown < true. A rule applies when its condition holds and no exception
is effective; it is reported when it applies and no reported rule displaces it, in topological order. Here this is
done for all versions at once, on the bits of :class:`sinetra.core.law.masks.Masks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY, Masks, Pair, Section
from sinetra.core.law.words import Status


class Intervals(NamedTuple):
    """Bits of versions: those whose condition surely ``holds``, that apply [S, M] and that are reported [S, M]."""

    holds: int
    applies: Pair
    reported: Pair


def intervals(masks: Masks, s: int, m: int) -> Intervals:
    """From the conditions of all nodes [S, M] to what is reported."""
    full = masks.heads
    holds = low = s & full
    high = m & full
    if not high:
        return Intervals(0, (0, 0), (0, 0))
    if m >> masks.width:
        for section in masks.sections:
            inner_low, inner_high = effective(section, full, s, m)
            low &= ~inner_high
            high &= ~inner_low
    return Intervals(holds, (low, high), _displace(masks, low, high) if high & masks.displaced else (low, high))


def effective(section: Section, full: int, s: int, m: int) -> Pair:
    """[S, M] of the exceptions of a section, after the exceptions to them. ``full``: the bits of all versions."""
    low, high = s >> section.offset & full, m >> section.offset & full
    for inner in section.inner:
        inner_low, inner_high = effective(inner, full, s, m)
        low &= ~inner_high
        high &= ~inner_low
    return low, high


def _displace(masks: Masks, low: int, high: int) -> Pair:
    """A version that surely is displaced goes, one that may be is open. Lower bits are settled before higher ones."""
    waiting = high & masks.displaced
    while waiting:
        bit = waiting & -waiting
        waiting ^= bit
        above = masks.displacers[bit.bit_length() - 1]
        if above & low:
            high &= ~bit
            low &= ~bit
        elif above & high:
            low &= ~bit
    return low, high


def places(bits: int) -> Iterator[int]:
    """
    >>> list(places(0b1010))
    [1, 3]
    """
    while bits:
        bit = bits & -bits
        bits ^= bit
        yield bit.bit_length() - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """[S, M] of each field before the AND, for every node, and the AND itself."""

    masks: Masks
    pairs: Mapping[str, Pair]
    s: int
    m: int


def trace(masks: Masks, facts: Facts) -> Trace:
    """Every field of ``facts`` against every node of ``masks``: the whole reason, also why something does not hold."""
    values = facts.values
    low, high = masks.day_pair(facts.act_date)
    pairs = {DAY: (low, high)}
    s, m = masks.nodes & low, masks.nodes & high
    for item in masks.fields:
        pairs[item.name] = pair = item.pair(values)
        s &= pair[0]
        m &= pair[1]
    return Trace(masks=masks, pairs=pairs, s=s, m=m)


def statuses(masks: Masks, s: int, m: int) -> dict[int, Status]:
    """The status of every rule that is not simply not met, from the conditions of all nodes.

    Conservative: a rule may be open although all completions of the facts agree (:mod:`sinetra.core.law.settle`).
    """
    found: dict[int, Status] = {}
    full = masks.heads
    if not m & full:
        return found
    seen = intervals(masks, s, m)
    owner = masks.rule_of
    low, high = seen.reported
    for bit in places(low):
        found[owner[bit]] = Status.MET
    for bit in places(high & ~low):
        found.setdefault(owner[bit], Status.OPEN)
    gone = seen.holds & ~high
    if gone:
        applies_low, applies_high = seen.applies
        for bit in places(gone & applies_low):
            found.setdefault(owner[bit], Status.DISPLACED)
        applying = {owner[bit] for bit in places(applies_high)}
        for bit in places(gone & ~applies_high):
            if owner[bit] not in applying:
                found.setdefault(owner[bit], Status.EXCEPTED)
    return found
