"""Rings of polygons → lines that neighbours share. Points are shared when their numbers are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sinetra.core.maps.simplify import simplify
from sinetra.core.maps.topology import STEP, Area, Topology

# A whole number of STEPs, east and north.
Spot = tuple[int, int]
Line = tuple[Spot, ...]


def share_lines(rings: Mapping[str, Sequence[Sequence[Spot]]], names: Mapping[str, str], least: float) -> Topology:
    """``rings``: closed lines by code, at least three different points each. ``least``: square degrees, see
    ``simplify``. A line that two regions have with the same points is held once, and simplified once."""
    ends = _junctions([ring for of_code in rings.values() for ring in of_code])
    lines: dict[Line, int] = {}
    areas = [
        Area(
            code=code,
            name=names[code],
            rings=tuple(tuple(_numbers(_cut(ring[:-1], ends), lines)) for ring in rings[code]),
        )
        for code in sorted(rings)
    ]
    smallest = least / STEP**2
    arcs = tuple(tuple((x * STEP, y * STEP) for x, y in simplify(line, smallest)) for line in lines)
    return Topology(arcs=arcs, areas=tuple(areas))


def _junctions(rings: Sequence[Sequence[Spot]]) -> set[Spot]:
    """Where lines part: points whose two neighbours are not the same in every ring that has them."""
    beside: dict[Spot, tuple[Spot, Spot]] = {}
    found: set[Spot] = set()
    for ring in rings:
        corners = ring[:-1]
        for i, spot in enumerate(corners):
            a, b = corners[i - 1], corners[(i + 1) % len(corners)]
            pair = (a, b) if a < b else (b, a)
            if beside.setdefault(spot, pair) != pair:
                found.add(spot)
    return found


def _cut(corners: Sequence[Spot], ends: set[Spot]) -> list[Line]:
    """``corners`` of a ring, without the last that is the first again, as lines from junction to junction."""
    at = [i for i, spot in enumerate(corners) if spot in ends]
    if not at:
        start = min(range(len(corners)), key=corners.__getitem__)
        turned = [*corners[start:], *corners[:start]]
        return [(*turned, turned[0])]
    turned = [*corners[at[0] :], *corners[: at[0] + 1]]
    cuts = [i for i, spot in enumerate(turned) if spot in ends]
    return [tuple(turned[a : b + 1]) for a, b in pairwise(cuts)]


def _numbers(cut: Sequence[Line], lines: dict[Line, int]) -> list[int]:
    found = []
    for line in cut:
        back = line[::-1]
        if back in lines:
            found.append(~lines[back])
        else:
            found.append(lines.setdefault(line, len(lines)))
    return found
