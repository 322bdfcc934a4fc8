"""Boundaries as regions that share their lines: a border between two neighbours is held once (TopoJSON 1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

OBJECT = "wilayah"
# Degrees of longitude and latitude, WGS84.
Position = tuple[float, float]
Arc = tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """``rings``: closed lines as indices of arcs, ``~i`` for arc i backwards; holes and islands alike (even-odd)."""

    code: str
    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """In degrees."""

    west: float
    south: float
    east: float
    north: float

    def around(self, degrees: float) -> Box:
        return Box(
            west=self.west - degrees, south=self.south - degrees, east=self.east + degrees, north=self.north + degrees
        )

    def holds(self, position: Position) -> bool:
        return self.west <= position[0] <= self.east and self.south <= position[1] <= self.north

    def meets(self, other: Box) -> bool:
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Topology:
    arcs: tuple[Arc, ...]
    areas: tuple[Area, ...]

    def box(self, areas: Iterable[Area] | None = None) -> Box:
        """Around ``areas``, or all. Errors: ``ValueError`` for none."""
        used = {_plain(i) for area in (self.areas if areas is None else areas) for ring in area.rings for i in ring}
        positions = [position for i in used for position in self.arcs[i]]
        longitudes, latitudes = [p[0] for p in positions], [p[1] for p in positions]
        return Box(west=min(longitudes), south=min(latitudes), east=max(longitudes), north=max(latitudes))

    def only(self, codes: Iterable[str]) -> Topology:
        """Those of ``codes`` that are here, with the arcs they use."""
        wanted = set(codes)
        areas = [area for area in self.areas if area.code in wanted]
        used = sorted({_plain(i) for area in areas for ring in area.rings for i in ring})
        place = {old: new for new, old in enumerate(used)}
        return Topology(
            arcs=tuple(self.arcs[i] for i in used),
            areas=tuple(
                Area(
                    code=area.code,
                    name=area.name,
                    rings=tuple(tuple(place[i] if i >= 0 else ~place[~i] for i in ring) for ring in area.rings),
                )
                for area in areas
            ),
        )


def _plain(index: int) -> int:
    return index if index >= 0 else ~index


def joined(parts: Sequence[Topology]) -> Topology:
    """Side by side, in the order of their codes; lines of different parts are not shared."""
    if len(parts) == 1:
        return parts[0]
    arcs: list[Arc] = []
    areas: list[Area] = []
    for part in parts:
        start = len(arcs)
        arcs += part.arcs
        areas += [
            Area(
                code=area.code,
                name=area.name,
                rings=tuple(tuple(i + start if i >= 0 else i - start for i in ring) for ring in area.rings),
            )
            for area in part.areas
        ]
    return Topology(arcs=tuple(arcs), areas=tuple(sorted(areas, key=lambda area: area.code)))


def read_topology(text: bytes | str) -> Topology:
    """TopoJSON of the catalogue or written by ``write_topology``: object ``wilayah`` with ``kode`` and ``nama``; its
    areas in the order of their codes. Not for files of strangers."""
    held: dict[str, Any] = json.loads(text)
    transform = held.get("transform")
    areas = []
    for geometry in held["objects"][OBJECT]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        properties = geometry["properties"]
        rings = tuple(tuple(ring) for polygon in polygons for ring in polygon)
        areas.append(Area(code=properties["kode"], name=properties["nama"], rings=rings))
    return Topology(
        arcs=tuple(_positions(arc, transform) for arc in held["arcs"]),
        areas=tuple(sorted(areas, key=lambda area: area.code)),
    )


def _positions(arc: list[Any], transform: dict[str, Any] | None) -> Arc:
    """Quantised arcs hold differences from point to point (TopoJSON specification 2.1.3)."""
    if transform is None:
        return tuple((float(x), float(y)) for x, y in arc)
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    found, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        found.append((x * scale_x + move_x, y * scale_y + move_y))
    return tuple(found)


# About ten centimetres: finer than any boundary is known.
STEP = 1e-6


def write_topology(topology: Topology) -> dict[str, Any]:
    """As TopoJSON, quantised to ``STEP``; ``read_topology`` reads it back."""
    arcs = []
    for arc in topology.arcs:
        whole = [(round(x / STEP), round(y / STEP)) for x, y in arc]
        arcs.append([list(whole[0]), *([x - a, y - b] for (a, b), (x, y) in pairwise(whole))])
    geometries = [
        {
            "type": "Polygon",
            "properties": {"kode": area.code, "nama": area.name},
            "arcs": [list(ring) for ring in area.rings],
        }
        for area in topology.areas
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [0, 0]},
        "objects": {OBJECT: {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
    }
