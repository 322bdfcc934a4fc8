"""A GeoJSON (RFC 7946) that an operator brings: nothing in it is believed before it was looked at.

Only codes and positions are read. Names come from the official list, never from the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.maps.arcs import Spot, share_lines
from sinetra.core.maps.rings import MOST_POSITIONS, Budget, closed_ring, too_many, turned
from sinetra.core.maps.topology import STEP, Box, Topology

MOST_BYTES = 64 * 1024 * 1024
MOST_FEATURES = 100_000
# Brackets of that many points in rings of four and of the regions around them. Each costs a hundred bytes once read.
MOST_BRACKETS = 2 * MOST_POSITIONS
# Square degrees of the smallest corner that is kept, by the length of a code: finer than any picture draws.
LEAST = {2: 4e-6, 5: 4e-7, 8: 1e-9, 13: 2e-10}
_PLAIN_CRS = ("CRS84", "4326")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """``names`` of all known codes. ``near``: where some of them lie, at most roughly; others are not checked."""

    names: Mapping[str, str]
    near: Mapping[str, Box]


def read_geojson(text: bytes, expected: Expected, *, code_property: str = "kode") -> Topology:
    """Polygons of regions of one level, each code once. Errors: ``BadInput`` naming the feature and what is wrong."""
    if len(text) > MOST_BYTES:
        raise BadInput(
            gettext_noop("Berkas terlalu besar, paling besar %(most)s MB; sederhanakan batasnya lebih dahulu"),
            field="FILE",
            most=MOST_BYTES // 1024 // 1024,
        )
    if text.count(b"[") + text.count(b"{") > MOST_BRACKETS:
        raise too_many()
    features = _features(_parsed(text))
    budget = Budget()
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
    if crs is not None and not any(name in _crs_name(crs) for name in _PLAIN_CRS):
        raise BadInput(
            gettext_noop("Koordinat harus bujur dan lintang WGS84 (EPSG:4326), bukan sistem lain"), field="crs"
        )
    features = held.get("features")
    if not isinstance(features, list) or not 0 < len(features) <= MOST_FEATURES:
        raise BadInput(
            gettext_noop("Harus ada 1 sampai %(most)s wilayah di dalamnya"), field="features", most=MOST_FEATURES
        )
    return features


def _crs_name(crs: Any) -> str:
    """As GeoJSON of 2008 wrote it; what is written otherwise names nothing."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return str(properties.get("name", properties.get("code")))[:100] if isinstance(properties, dict) else ""


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


def _rings(geometry: Any, place: str, budget: Budget) -> list[list[Spot]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise BadInput(
            gettext_noop("Yang diterima: %(accepted)s"), field=f"{place}.type", accepted=("Polygon", "MultiPolygon")
        )
    held = geometry.get("coordinates")
    polygons = [held] if kind == "Polygon" else held
    if not isinstance(polygons, list) or not polygons or not all(isinstance(p, list) and p for p in polygons):
        raise BadInput(gettext_noop("Garis batasnya kosong atau rusak"), field=f"{place}.coordinates")
    found = [closed_ring(ring, f"{place}.coordinates", budget) for polygon in polygons for ring in polygon]
    kept = [ring for ring in found if len(ring) >= 4]
    if not kept:
        raise BadInput(gettext_noop("Garis batasnya kosong atau rusak"), field=f"{place}.coordinates")
    if len({turned(ring) for ring in kept}) < len(kept):
        # Even-odd: drawn twice, its inside would be outside.
        raise BadInput(
            gettext_noop("Garis batas yang sama muncul dua kali; hapus salinannya"), field=f"{place}.coordinates"
        )
    return kept


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
