"""Closed lines of a GeoJSON: each point is looked at, counted and put on the grid."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from typing import Any

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.maps.arcs import Spot
from sinetra.core.maps.frame import INDONESIA
from sinetra.core.maps.topology import STEP

MOST_POSITIONS = 2_000_000
# The sea around, where small islands lie.
WITHIN = INDONESIA.around(1)


class Budget:
    def __init__(self) -> None:
        self.left = MOST_POSITIONS

    def take(self, many: int) -> None:
        self.left -= many
        if self.left < 0:
            raise too_many()


def too_many() -> BadInput:
    return BadInput(
        gettext_noop("Terlalu banyak titik, paling banyak %(most)s; sederhanakan batasnya lebih dahulu"),
        field="FILE",
        most=MOST_POSITIONS,
    )


def closed_ring(held: Any, place: str, budget: Budget) -> list[Spot]:
    """Closed, without the same point twice running; a ring without an area comes back shorter than four."""
    if not isinstance(held, list) or len(held) < 4:
        raise BadInput(gettext_noop("Setiap garis batas perlu paling sedikit empat titik"), field=place)
    budget.take(len(held))
    ring: list[Spot] = []
    for position in held:
        spot = _spot(position, place)
        if not ring or ring[-1] != spot:
            ring.append(spot)
    if ring[0] != ring[-1] or len(ring) == 1:
        if len(ring) == 1:
            return ring
        raise BadInput(gettext_noop("Garis batas tidak tertutup: titik akhirnya bukan titik awalnya"), field=place)
    return ring if _doubled_area(ring) else []


def _doubled_area(ring: list[Spot]) -> int:
    """With its sign, exactly; 0 for a line there and back, or a loop against another of its size."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _spot(position: Any, place: str) -> Spot:
    if not isinstance(position, list) or not 2 <= len(position) <= 4 or not all(_number(n) for n in position):
        raise BadInput(gettext_noop("Setiap titik adalah bujur dan lintang, dua angka"), field=place)
    longitude, latitude = float(position[0]), float(position[1])
    if not WITHIN.holds((longitude, latitude)):
        raise BadInput(
            gettext_noop(
                "Titik %(value)s di luar Indonesia; tulis bujur dahulu lalu lintang, dalam derajat WGS84 (EPSG:4326)"
            ),
            field=place,
            value=f"{longitude:.6g}, {latitude:.6g}",
        )
    return round(longitude / STEP), round(latitude / STEP)


def _number(value: Any) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < 1e9 and isfinite(value)


def turned(ring: list[Spot]) -> tuple[Spot, ...]:
    """The same for the same line, wherever it begins and whichever way it goes round."""
    corners = ring[:-1]
    start = min(range(len(corners)), key=corners.__getitem__)
    ahead = (*corners[start:], *corners[:start])
    return min(ahead, (ahead[0], *ahead[:0:-1]))
