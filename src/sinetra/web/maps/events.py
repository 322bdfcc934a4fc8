"""The map of events: numbered marks on the provinces, and the table beside it has the same numbers.

Boundaries are indicative (catalogue/regions/README.md); every map says so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import hypot

from sinetra.apps.registry.outlines import Outlines, outlines
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.catalogue import ROOT
from sinetra.core.maps.frame import INDONESIA, frame_of
from sinetra.core.maps.shapes import Shape, shapes

REGIONS = ROOT / "regions"
WIDTH = 1000
FRAME = frame_of(INDONESIA, width=WIDTH, margin=0)
HEIGHT = FRAME.height
# Radius of a mark on a phone (pages.css), where it is largest beside the map.
MARK = 30


@dataclass(frozen=True, slots=True)
class Point:
    """A place and its numbered mark, a little away from it; ``number`` is also in the table beside the map."""

    number: int
    x: int
    y: int
    name: str
    mark_x: int = 0
    mark_y: int = 0


def provinces() -> tuple[Shape, ...]:
    drawn = outlines(RegionLevel.PROVINCE)
    return _shapes(drawn) if drawn else ()


def sources() -> tuple[str, ...]:
    """Whose boundaries these are, as the map says."""
    drawn = outlines(RegionLevel.PROVINCE)
    return drawn.sources if drawn else ()


@lru_cache(maxsize=2)
def _shapes(drawn: Outlines) -> tuple[Shape, ...]:
    return shapes(drawn.topology, FRAME)


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
            x, y = FRAME.place(place)
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
