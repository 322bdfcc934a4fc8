"""A GeoJSON of somebody: what is right is drawn with shared lines, everything else is refused with its place."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from paths import edges, size

from sinetra.core.errors import BadInput
from sinetra.core.maps import geojson, rings
from sinetra.core.maps.frame import frame_of
from sinetra.core.maps.geojson import Expected, read_geojson
from sinetra.core.maps.shapes import shapes
from sinetra.core.maps.topology import Box

NAMES = {f"63.{n:02}": f"Kabupaten {n}" for n in range(1, 100)} | {"63": "Provinsi", "63.01.01": "Kecamatan"}
KNOWN = Expected(names=NAMES, near={})
SQUARE = [[114.0, -3.0], [115.0, -3.0], [115.0, -2.0], [114.0, -2.0], [114.0, -3.0]]


def feature(code: Any = "63.01", coordinates: Any = (SQUARE,), kind: str = "Polygon", **more: Any) -> dict[str, Any]:
    properties = {"kode": code, "nama": "<script>nama dari berkas</script>"}
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}, **more}


def collection(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def ring(*positions: Any) -> list[Any]:
    return [list(positions)]


def test_names_come_from_the_official_list():
    (area,) = read_geojson(collection(feature()), KNOWN).areas
    assert (area.code, area.name) == ("63.01", "Kabupaten 1")


def test_a_mark_at_the_front_a_height_and_another_property_are_taken():
    held = feature(coordinates=[[[*position, 12.5] for position in SQUARE]])
    held["properties"] = {"KDPKAB": "63.01"}
    text = "\ufeff".encode() + collection(
        held, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    )
    assert read_geojson(text, KNOWN, code_property="KDPKAB").areas[0].code == "63.01"


BAD = {
    "no JSON": (b"\xff\xfe{", "FILE"),
    "JSON cut off": (collection(feature())[:-9], "FILE"),
    "too deep": (b"[" * 200_000, "FILE"),
    "NaN": (collection(feature()).replace(b"114.0", b"NaN"), "FILE"),
    "a number of 5,000 figures": (collection(feature()).replace(b"114.0", b"9" * 5000), "FILE"),
    "no collection": (b'{"type": "Polygon"}', "type"),
    "a list": (b"[]", "type"),
    "no feature": (collection(), "features"),
    "features no list": (b'{"type": "FeatureCollection", "features": {"0": 1}}', "features"),
    "metres": (collection(feature(), crs={"type": "name", "properties": {"name": "EPSG:32750"}}), "crs"),
    "feature no object": (collection(7), "features[0].properties.kode"),
    "no properties": (collection({"type": "Feature"}), "features[0].properties.kode"),
    "unknown code": (collection(feature("63.00")), "features[0].properties.kode"),
    "code a number": (collection(feature(6301)), "features[0].properties.kode"),
    "code a list": (collection(feature(["63.01"])), "features[0].properties.kode"),
    "twice": (collection(feature(), feature()), "features[1]"),
    "two levels": (collection(feature(), feature("63")), "features[1]"),
    "a point": (collection(feature(kind="Point", coordinates=[114, -3])), "features[0].geometry.type"),
    "no geometry": (collection(feature() | {"geometry": None}), "features[0].geometry.type"),
    "no coordinates": (collection(feature(coordinates=[])), "features[0].geometry.coordinates"),
    "coordinates a text": (collection(feature(coordinates="114,-3")), "features[0].geometry.coordinates"),
    "an empty polygon": (
        collection(feature(kind="MultiPolygon", coordinates=[[]])),
        "features[0].geometry.coordinates",
    ),
    "three points": (collection(feature(coordinates=[SQUARE[:3]])), "features[0].geometry.coordinates"),
    "not closed": (collection(feature(coordinates=[SQUARE[:4]])), "features[0].geometry.coordinates"),
    "no area": (
        collection(feature(coordinates=ring([114, -3], [115, -3], [116, -3], [114, -3]))),
        "features[0].geometry.coordinates",
    ),
    "there and back": (
        collection(feature(coordinates=ring([114, -3], [115, -3], [115, -2], [115, -3], [114, -3]))),
        "features[0].geometry.coordinates",
    ),
    "a loop against a loop": (
        collection(feature(coordinates=ring([114, -3], [115, -2], [115, -3], [114, -2], [114, -3]))),
        "features[0].geometry.coordinates",
    ),
    "a polygon twice": (
        collection(feature(kind="MultiPolygon", coordinates=[[SQUARE], [SQUARE]])),
        "features[0].geometry.coordinates",
    ),
    "twice, the other way from another corner": (
        collection(feature(kind="MultiPolygon", coordinates=[[SQUARE], [[*SQUARE[2::-1], *SQUARE[3:1:-1]]]])),
        "features[0].geometry.coordinates",
    ),
    "one point": (collection(feature(coordinates=ring(*[[114, -3]] * 5))), "features[0].geometry.coordinates"),
    "latitude first": (
        collection(feature(coordinates=[[[b, a] for a, b in SQUARE]])),
        "features[0].geometry.coordinates",
    ),
    "far too large": (
        collection(feature()).replace(b"114.0", b"1e999"),
        "features[0].geometry.coordinates",
    ),
    "true": (collection(feature(coordinates=ring([True, -3], *SQUARE[1:]))), "features[0].geometry.coordinates"),
    "texts": (collection(feature(coordinates=ring(["114", "-3"], *SQUARE[1:]))), "features[0].geometry.coordinates"),
    "one number": (collection(feature(coordinates=ring([114], *SQUARE[1:]))), "features[0].geometry.coordinates"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_file_is_refused_with_its_place(name: str):
    text, field = BAD[name]
    with pytest.raises(BadInput) as found:
        read_geojson(text, KNOWN)
    assert found.value.field == field
    assert "script" not in str(found.value)


def test_a_file_is_not_read_when_it_is_too_large(monkeypatch):
    text = collection(feature())
    monkeypatch.setattr(geojson, "MOST_BYTES", len(text) - 1)
    with pytest.raises(BadInput, match="terlalu besar"):
        read_geojson(text, KNOWN)
    monkeypatch.setattr(geojson, "MOST_BYTES", len(text))
    assert read_geojson(text, KNOWN).areas


def test_points_are_counted_over_all_regions(monkeypatch):
    text = collection(feature(), feature("63.02"))
    monkeypatch.setattr(rings, "MOST_POSITIONS", 9)
    with pytest.raises(BadInput, match="Terlalu banyak titik"):
        read_geojson(text, KNOWN)
    monkeypatch.setattr(rings, "MOST_POSITIONS", 10)
    assert len(read_geojson(text, KNOWN).areas) == 2


def test_brackets_are_counted_before_anything_is_read(monkeypatch):
    """Millions of empty lists are few octets in a file and gigabytes when read."""
    text = collection(feature(), feature("63.02"))
    brackets = text.count(b"[") + text.count(b"{")
    monkeypatch.setattr(geojson, "MOST_BRACKETS", brackets)
    assert len(read_geojson(text, KNOWN).areas) == 2
    monkeypatch.setattr(geojson, "MOST_BRACKETS", brackets - 1)
    monkeypatch.setattr(geojson, "_parsed", lambda _text: pytest.fail("it was read"))
    with pytest.raises(BadInput, match="Terlalu banyak titik"):
        read_geojson(text, KNOWN)


def test_the_most_points_in_the_smallest_rings_are_within_the_brackets():
    line = [SQUARE[0], SQUARE[1], SQUARE[2], SQUARE[0]]
    text = collection(feature(kind="MultiPolygon", coordinates=[[line]] * 1000))
    assert (text.count(b"[") + text.count(b"{")) / 4000 < geojson.MOST_BRACKETS / rings.MOST_POSITIONS


def test_a_deep_system_of_coordinates_is_refused_at_any_depth():
    """Also where it can just be read, and could not be written again."""
    for depth in range(800, 1000):
        deep = b"[" * depth + b"]" * depth
        with pytest.raises(BadInput):
            read_geojson(collection(feature(), crs=0).replace(b'"crs": 0', b'"crs": ' + deep), KNOWN)


def test_a_code_of_another_region_is_noticed_by_its_place():
    near = {"63.01": Box(west=95, south=4, east=97, north=6)}
    with pytest.raises(BadInput, match="BPS"):
        read_geojson(collection(feature()), Expected(names=NAMES, near=near))
    near = {"63.01": Box(west=114.5, south=-4, east=117, north=0)}
    assert read_geojson(collection(feature()), Expected(names=NAMES, near=near)).areas


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | anything.map(lambda held: json.dumps(held).encode()))
def test_nothing_but_a_bad_input_comes_of_rubbish(text: bytes):
    with pytest.raises(BadInput):
        read_geojson(text, KNOWN)


@settings(max_examples=200, deadline=None)
@given(properties=anything, geometry=anything, coordinates=anything, kind=st.sampled_from(["Polygon", "MultiPolygon"]))
def test_nothing_but_a_bad_input_comes_of_rubbish_in_its_place(properties, geometry, coordinates, kind):
    for held in (
        feature() | {"properties": properties},
        feature() | {"geometry": geometry},
        feature(coordinates=coordinates, kind=kind),
        feature(coordinates=[coordinates]),
        feature(coordinates=[[*SQUARE[:2], coordinates, *SQUARE[2:]]]),
    ):
        with pytest.raises(BadInput):
            read_geojson(collection(held), KNOWN)


@st.composite
def patchwork(draw) -> tuple[list[list[tuple[int, int]]], int, int]:
    """Corners of a grid, moved about, in thousandths of a degree: its cells lie without a gap beside each other."""
    wide, high = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    move = st.integers(-300, 300)
    corners = [[(x * 1000 + draw(move), y * 1000 + draw(move)) for x in range(wide + 1)] for y in range(high + 1)]
    return corners, wide, high


@settings(max_examples=60, deadline=None)
@given(patchwork(), st.data())
def test_neighbours_share_their_borders_without_gap_or_overlap(found, data):
    corners, wide, high = found
    features, number = [], 0
    for row in range(high):
        for column in range(wide):
            number += 1
            around = [
                corners[row][column], corners[row][column + 1], corners[row + 1][column + 1], corners[row + 1][column],
            ]  # fmt: skip
            start = data.draw(st.integers(0, 3))
            turned = around[start:] + around[:start]
            if data.draw(st.booleans()):
                turned.reverse()
            line = [[110 + x / 1000, -8 + y / 1000] for x, y in [*turned, turned[0]]]
            features.append(feature(f"63.{number:02}", [line]))
    topology = read_geojson(collection(*features), KNOWN)
    users: dict[int, int] = {}
    for area in topology.areas:
        for index in (i for line in area.rings for i in line):
            users[index if index >= 0 else ~index] = users.get(index if index >= 0 else ~index, 0) + 1
    assert len(users) == len(topology.arcs) and max(users.values()) <= 2
    drawn = shapes(topology, frame_of(topology.box()), least=0)
    assert len(drawn) == wide * high
    held: dict[frozenset[tuple[int, int]], int] = {}
    for shape in drawn:
        for edge in edges(shape.path):
            held[edge] = held.get(edge, 0) + 1
    outer, inner = 2 * (wide + high), wide * (high - 1) + high * (wide - 1)
    assert sorted(held.values()) == [1] * outer + [2] * inner
    assert all(size(shape.path) > 0 for shape in drawn)
