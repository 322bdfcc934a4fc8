"""Which counts of small units are withheld, so that neither they nor what sums give away point at a person.

A unit of fewer than ten people shows *lengkap* or *belum lengkap* instead of a number. Its number must not follow from
the total of the unit above it either: then the next smallest part of that total is withheld as well. What is withheld
depends on the headcount only, never on who came, so it is the same for every measure of a day.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

SMALLEST = 10
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A unit: its place and its people without those of the units below. ``children``: places, each after its parent's.

    Of a leaf the own people are the whole.
    """

    own: int
    children: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """The number of a unit alone. ``under``: the nearest unit, itself or above, whose total is shown; ``area`` None: it
    lies in none."""

    size: int
    under: Hashable
    area: Hashable


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Places whose number is withheld: with everything below, and of the unit alone."""

    whole: frozenset[int]
    alone: frozenset[int]


def shown(done: int, eligible: int) -> tuple[int, int] | None:
    """What may be told of one unit by itself: both numbers, or neither.

    >>> shown(7, 12), shown(3, 9), shown(9, 9)
    ((7, 12), None, None)
    """
    return None if eligible < SMALLEST else (done, eligible)


def hidden_parts(sizes: Mapping[K, int]) -> frozenset[K]:
    """The parts of a shown total that are withheld: none, or at least two with ten people or more together.

    >>> sorted(hidden_parts({"a": 3, "b": 12, "c": 40, "d": 0}))
    ['a', 'b']
    >>> sorted(hidden_parts({"a": 6, "b": 7, "c": 40}))
    ['a', 'b']
    """
    hidden = {key for key, size in sizes.items() if 0 < size < SMALLEST}
    others = sorted((key for key, size in sizes.items() if size and key not in hidden), key=lambda key: sizes[key])
    for key in others:
        if not hidden or _safe([sizes[part] for part in hidden]):
            break
        hidden.add(key)
    return frozenset(hidden)


def hidden_areas(withheld: Iterable[Withheld]) -> frozenset[Hashable]:
    """Areas whose total is withheld, so that no unit follows from totals of areas and of units together.

    Every shown total tells the sum of the withheld numbers in it. So these sums are cut along shown areas: of the
    numbers under one shown unit those in one shown area, and those in no shown area, are none or at least two with ten
    people or more together. Then whatever is added or subtracted, nothing smaller comes out.
    """
    cut: dict[Hashable, dict[Hashable, list[int]]] = {}
    for item in withheld:
        cut.setdefault(item.under, {}).setdefault(item.area, []).append(item.size)
    hidden: set[Hashable] = {None}
    changed = True
    while changed:
        before = len(hidden)
        for parts in cut.values():
            hidden |= {area for area, sizes in parts.items() if not _safe(sizes)}
            remaining = [size for area, sizes in parts.items() if area in hidden for size in sizes]
            shown = sorted((sum(sizes), str(area), area) for area, sizes in parts.items() if area not in hidden)
            if remaining and not _safe(remaining) and shown:
                hidden.add(shown[0][-1])
        changed = len(hidden) > before
    return frozenset(hidden - {None})


def _safe(sizes: Sequence[int]) -> bool:
    return len(sizes) > 1 and sum(sizes) >= SMALLEST


def hidden_units(nodes: Sequence[Node]) -> Hidden:
    """``nodes[0]`` is the office itself; every child stands after its parent.

    Of a unit that is withheld only to protect another, parts of ten people or more together are withheld, too: else
    its own page would tell its total.
    """
    totals = [node.own for node in nodes]
    for place in range(len(nodes) - 1, -1, -1):
        totals[place] += sum(totals[child] for child in nodes[place].children)
    whole: set[int] = {0} if 0 < totals[0] < SMALLEST else set()
    alone: set[int] = set()
    for place, node in enumerate(nodes):
        if totals[place] == 0:
            continue
        for child in node.children:
            if 0 < totals[child] < SMALLEST or (totals[place] < SMALLEST and totals[child]):
                whole.add(child)
        if 0 < node.own < SMALLEST:
            alone.add(place)
        _protect(place, nodes, totals, whole, alone)
    return Hidden(whole=frozenset(whole), alone=frozenset(alone))


def _protect(place: int, nodes: Sequence[Node], totals: Sequence[int], whole: set[int], alone: set[int]) -> None:
    """Withholds one large part of ``place`` where the small ones would be known from what is shown."""
    if totals[place] < SMALLEST:
        return
    node = nodes[place]
    small = [totals[child] for child in node.children if child in whole]
    small += [node.own] if place in alone else []
    enough = sum(small) >= SMALLEST if place in whole else not small or _safe(small)
    if enough:
        return
    # The unit's own people and units without any below are preferred: nothing further has to be withheld for them.
    large = [(False, node.own, -1)] if node.own and place not in alone else []
    large += [
        (bool(nodes[child].children), totals[child], child)
        for child in node.children
        if totals[child] and child not in whole
    ]
    if not large:
        return
    _below, _size, chosen = min(large)
    if chosen < 0:
        alone.add(place)
    else:
        whole.add(chosen)
