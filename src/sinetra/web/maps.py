"""Maps drawn on the server: TopoJSON of the catalogue → one SVG path a region, integer coordinates, no tiles.

Boundaries are indicative (catalogue/regions/README.md); every map says so.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any

from sinetra.catalogue import ROOT

REGIONS = ROOT / "regions"
WIDTH = 1000
# Indonesia in degrees: west, south, east, north.
BOUNDS = (94.8, -11.2, 141.2, 6.2)
SCALE = WIDTH / (BOUNDS[2] - BOUNDS[0])
HEIGHT = round((BOUNDS[3] - BOUNDS[1]) * SCALE)
# Radius of a mark on a phone (pages.css), where it is largest beside the map.
MARK = 30


@dataclass(frozen=True, slots=True)
class Shape:
    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Point:
    """A place and its numbered mark, a little away from it; ``number`` is also in the table beside the map."""

    number: int
    x: int
    y: int
    name: str
    mark_x: int = 0
    mark_y: int = 0


def project(longitude: float, latitude: float) -> tuple[int, int]:
    """Plate carrée: near the equator a degree is as wide as it is high.

    >>> project(94.8, 6.2)
    (0, 0)
    """
    return round((longitude - BOUNDS[0]) * SCALE), round((BOUNDS[3] - latitude) * SCALE)


@cache
def provinces() -> tuple[Shape, ...]:
    return tuple(_shapes(REGIONS / "provinsi-38.topo.json"))


def _shapes(path: Path) -> Iterable[Shape]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_points(arc, topology.get("transform"))) for arc in topology["arcs"]]
    for geometry in topology["objects"]["wilayah"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = (_ring(ring, arcs) for polygon in polygons for ring in polygon)
        properties = geometry["properties"]
        yield Shape(properties["kode"], properties["nama"], "".join(ring for ring in rings if ring))


def _points(arc: list[Any], transform: dict[str, Any] | None) -> Iterable[tuple[int, int]]:
    """Quantised arcs hold differences from point to point (TopoJSON specification 2.1.3)."""
    x = y = 0
    for step in arc:
        if transform is None:
            yield project(step[0], step[1])
            continue
        x, y = x + step[0], y + step[1]
        (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
        yield project(x * scale_x + move_x, y * scale_y + move_y)


def _ring(indices: list[int], arcs: list[list[tuple[int, int]]]) -> str:
    """One closed path; islands that are smaller than a pixel vanish."""
    line: list[tuple[int, int]] = []
    for index in indices:
        for point in arcs[index] if index >= 0 else reversed(arcs[~index]):
            if not line or line[-1] != point:
                line.append(point)
    if len(line) < 4:
        return ""
    first, *rest = line
    before = first
    steps = []
    for point in rest:
        steps.append(f"{point[0] - before[0]},{point[1] - before[1]}")
        before = point
    return f"M{first[0]},{first[1]}l{' '.join(steps)}z"


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Code of province, kabupaten or kota → longitude, latitude."""
    with (REGIONS / "kode-wilayah-prov-kabkota.csv").open(encoding="utf-8", newline="") as handle:
        return {row["kode"]: (float(row["lng"]), float(row["lat"])) for row in csv.DictReader(handle) if row["lat"]}


def points(codes: Iterable[tuple[str, str]]) -> list[Point]:
    """Marks for ``(code, name)`` in their order, numbered from 1; a code without a place on the map is left out."""
    found: list[Point] = []
    for number, (code, name) in enumerate(codes, start=1):
        place = centres().get(code)
        if place is not None:
            x, y = project(*place)
            mark_x, mark_y = free_spot(x, y, [(other.mark_x, other.mark_y) for other in found])
            found.append(Point(number, x, y, name, mark_x, mark_y))
    return found


def free_spot(x: int, y: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where a mark fits near its place: above it if it can, else around it in widening rings, inside the map.

    >>> free_spot(500, 200, [])
    (500, 152)
    >>> free_spot(500, 200, [(500, 152)])
    (548, 200)
    """
    for ring in range(1, 9):
        reach = ring * (2 * MARK + 4) * 3 // 4
        for along, down in ((0, -1), (1, 0), (0, 1), (-1, 0), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7)):
            spot = round(x + along * reach), round(y + down * reach)
            inside = MARK <= spot[0] <= WIDTH - MARK and MARK <= spot[1] <= HEIGHT - MARK
            if inside and all(hypot(spot[0] - a, spot[1] - b) >= 2 * MARK + 2 for a, b in taken):
                return spot
    return x, y
