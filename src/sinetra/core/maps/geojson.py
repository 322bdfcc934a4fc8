"""A GeoJSON (RFC 7946) that an operator brings: nothing in it is believed before it was looked at.

Only codes and positions are read. Names come from the official list, never from the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from typing import Any

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.maps.arcs import Spot, share_lines
from sinetra.core.maps.frame import INDONESIA
from sinetra.core.maps.topology import STEP, Box, Topology

MOST_BYTES = 64 * 1024 * 1024
MOST_POSITIONS = 2_000_000
MOST_FEATURES = 100_000
# Square degrees of the smallest corner that is kept, by the length of a code: finer than any picture draws.
LEAST = {2: 4e-6, 5: 4e-7, 8: 1e-9, 13: 2e-10}
# The sea around, where small islands lie.
WITHIN = INDONESIA.around(1)
_PLAIN_CRS = ("CRS84", "4326")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``names`` of all known codes. ``near``: where some of them lie, at most roughly; others are not checked."""

    names: Mapping[str, str]
    near: Mapping[str, Box]


class _Budget:
    def __init__(self) -> None:
        self.left = MOST_POSITIONS

    def take(self, many: int) -> None:
        self.left -= many
        if self.left < 0:
            raise BadInput(
                gettext_noop("Terlalu banyak titik, paling banyak %(most)s; sederhanakan batasnya lebih dahulu"),
                field="FILE",
                most=MOST_POSITIONS,
            )


def read_geojson(text: bytes, expected: Expected, *, code_property: str = "kode") -> Topology:
    """Polygons of regions of one level, each code once. Errors: ``BadInput`` naming the feature and what is wrong."""
    if len(text) > MOST_BYTES:
        raise BadInput(
            gettext_noop("Berkas terlalu besar, paling besar %(most)s MB; sederhanakan batasnya lebih dahulu"),
            field="FILE",
            most=MOST_BYTES // 1024 // 1024,
        )
    features = _features(_parsed(text))
    budget = _Budget()
    rings: dict[str, list[list[Spot]]] = {}
    for number, feature in enumerate(features):
        place = f"features[{number}]"
        code = _code(feature, place, code_property, expected.names)
        if code in rings:
            raise BadInput(
                gettext_noop("Kode %(value)s muncul dua kali; gabungkan dahulu menjadi satu MultiPolygon"),
                field=place,
                value=code,
            )
        if rings and len(code) != len(next(iter(rings))):
            raise BadInput(
                gettext_noop("Kode %(value)s dari tingkat lain; satu berkas memuat satu tingkat saja"),
                field=place,
                value=code,
            )
        rings[code] = _rings(feature.get("geometry"), f"{place}.geometry", budget)
        _check_place(code, rings[code], place, expected.near)
    return share_lines(rings, expected.names, LEAST[len(next(iter(rings)))])


def _parsed(text: bytes) -> Any:
    def refuse(name: str) -> Any:
        raise ValueError(name)

    try:
        return json.loads(text.decode("utf-8-sig"), parse_constant=refuse)
    except (ValueError, RecursionError):
        raise BadInput(gettext_noop("Ini bukan GeoJSON: JSON-nya tidak terbaca (UTF-8)"), field="FILE") from None


def _features(held: Any) -> list[Any]:
    if not isinstance(held, dict) or held.get("type") != "FeatureCollection":
        raise BadInput(
            gettext_noop("Yang diterima: sebuah %(accepted)s"), field="type", accepted=("FeatureCollection",)
        )
    crs = held.get("crs")
    if crs is not None and not any(name in json.dumps(crs)[:400] for name in _PLAIN_CRS):
        raise BadInput(
            gettext_noop("Koordinat harus bujur dan lintang WGS84 (EPSG:4326), bukan sistem lain"), field="crs"
        )
    features = held.get("features")
    if not isinstance(features, list) or not 0 < len(features) <= MOST_FEATURES:
        raise BadInput(
            gettext_noop("Harus ada 1 sampai %(most)s wilayah di dalamnya"), field="features", most=MOST_FEATURES
        )
    return features


def _code(feature: Any, place: str, name: str, names: Mapping[str, str]) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get(name) if isinstance(properties, dict) else None
    if not isinstance(code, str) or code not in names:
        # Somebody else's text is shown short.
        raise BadInput(
            gettext_noop("Kode wilayah %(value)s tidak dikenal; yang diterima: kode Kemendagri seperti %(accepted)s"),
            field=f"{place}.properties.{name}"[:80],
            accepted=("63", "63.72", "63.72.02", "63.72.02.1003"),
            value=repr(code)[:40],
        )
    return code


def _rings(geometry: Any, place: str, budget: _Budget) -> list[list[Spot]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise BadInput(
            gettext_noop("Yang diterima: %(accepted)s"), field=f"{place}.type", accepted=("Polygon", "MultiPolygon")
        )
    held = geometry.get("coordinates")
    polygons = [held] if kind == "Polygon" else held
    if not isinstance(polygons, list) or not polygons or not all(isinstance(p, list) and p for p in polygons):
        raise BadInput(gettext_noop("Garis batasnya kosong atau rusak"), field=f"{place}.coordinates")
    found = [_ring(ring, f"{place}.coordinates", budget) for polygon in polygons for ring in polygon]
    kept = [ring for ring in found if len(ring) >= 4]
    if not kept:
        raise BadInput(gettext_noop("Garis batasnya kosong atau rusak"), field=f"{place}.coordinates")
    return kept


def _ring(held: Any, place: str, budget: _Budget) -> list[Spot]:
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
    return ring if any(_turns(ring)) else []


def _turns(ring: list[Spot]) -> list[bool]:
    return [
        (b[0] - ring[0][0]) * (c[1] - ring[0][1]) != (c[0] - ring[0][0]) * (b[1] - ring[0][1])
        for b, c in pairwise(ring)
    ]


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


def _check_place(code: str, rings: list[list[Spot]], place: str, near: Mapping[str, Box]) -> None:
    """Codes of BPS look like those of Kemendagri and name other regions: the place tells."""
    expected = near.get(code)
    if expected is None:
        return
    xs, ys = [x * STEP for ring in rings for x, _ in ring], [y * STEP for ring in rings for _, y in ring]
    if not expected.meets(Box(west=min(xs), south=min(ys), east=max(xs), north=max(ys))):
        raise BadInput(
            gettext_noop("Batas %(value)s tidak terletak di wilayah itu; apakah ini kode BPS, bukan kode Kemendagri?"),
            field=place,
            value=code,
        )
