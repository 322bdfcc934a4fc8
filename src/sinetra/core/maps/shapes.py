"""Regions as SVG paths of whole numbers: neighbours share their lines, no region vanishes, every path is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sinetra.core.maps.frame import Frame
from sinetra.core.maps.simplify import simplify
from sinetra.core.maps.topology import Area, Topology

Point = tuple[int, int]
# Square units: a corner that is smaller is not seen.
LEAST_CORNER = 2.0
# An island that is smaller vanishes, unless it is all that a region has.
LEAST_ISLAND = 3.0
# Half the side of the square that stands for a region too small to be drawn.
SMALLEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """``path``: absolute ``M``, relative ``l`` and ``z``; even-odd. ``middle``: a place inside its largest part, with
    ``room`` units around it for a number."""

    code: str
    name: str
    path: str
    middle: Point
    room: int


def shapes(topology: Topology, frame: Frame, *, least: float = LEAST_CORNER) -> tuple[Shape, ...]:
    """One for each area, in the order of the topology."""
    arcs = [_drawn([frame.place(position) for position in arc], least) for arc in topology.arcs]
    return tuple(_shape(area, arcs, topology, frame) for area in topology.areas)


def _drawn(line: list[Point], least: float) -> list[Point]:
    different = [line[0]]
    for point in line[1:]:
        if point != different[-1]:
            different.append(point)
    if len(different) == 1:
        return different
    return simplify(different, least)


def _shape(area: Area, arcs: Sequence[list[Point]], topology: Topology, frame: Frame) -> Shape:
    rings = [_ring(ring, arcs) for ring in area.rings]
    sizes = [_size(ring) for ring in rings]
    first = max(range(len(rings)), key=sizes.__getitem__)
    if sizes[first] < LEAST_ISLAND:
        middle = _clamped(_place_of(area, topology, frame), frame)
        return Shape(code=area.code, name=area.name, path=_square(middle), middle=middle, room=0)
    middle, room = _middle(rings[first])
    drawn = [ring for i, ring in enumerate(rings) if i == first or sizes[i] >= LEAST_ISLAND]
    return Shape(
        code=area.code,
        name=area.name,
        path="".join(_path(ring) for ring in drawn),
        middle=middle,
        room=room,
    )


def _ring(indices: Iterable[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Closed: the last point is the first."""
    line: list[Point] = []
    for index in indices:
        for point in arcs[index] if index >= 0 else reversed(arcs[~index]):
            if not line or line[-1] != point:
                line.append(point)
    if line[0] != line[-1]:
        line.append(line[0])
    return line


def _size(ring: Sequence[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def _middle(ring: Sequence[Point]) -> tuple[Point, int]:
    """The middle of the widest stretch across, at half its height."""
    ys = [y for _, y in ring]
    level = (min(ys) + max(ys)) / 2 + 0.25  # between two rows of points
    cuts = sorted(
        a[0] + (level - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] < level) != (b[1] < level)
    )
    start, end = max(zip(cuts[::2], cuts[1::2], strict=True), key=lambda span: span[1] - span[0])
    return (round((start + end) / 2), round(level)), round(min(end - start, max(ys) - min(ys)))


def _place_of(area: Area, topology: Topology, frame: Frame) -> Point:
    box = topology.box([area])
    return frame.place(((box.west + box.east) / 2, (box.south + box.north) / 2))


def _clamped(point: Point, frame: Frame) -> Point:
    return (
        min(max(point[0], SMALLEST), frame.width - SMALLEST),
        min(max(point[1], SMALLEST), frame.height - SMALLEST),
    )


def _square(middle: Point) -> str:
    side = 2 * SMALLEST
    return f"M{middle[0] - SMALLEST} {middle[1] - SMALLEST}l{side} 0 0 {side}-{side} 0z"


def _path(ring: Sequence[Point]) -> str:
    """The last line is drawn by ``z``."""
    steps = "".join(f" {x - a} {y - b}" for (a, b), (x, y) in pairwise(ring[:-1])).replace(" -", "-").lstrip()
    return f"M{ring[0][0]} {ring[0][1]}l{steps}z"
