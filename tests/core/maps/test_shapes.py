"""Outlines of the catalogue: every region once, closed, of whole numbers, inside the picture, borders held once."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from paths import edges, rings, size

from sinetra.catalogue import ROOT
from sinetra.core.maps.frame import INDONESIA, frame_of
from sinetra.core.maps.shapes import shapes
from sinetra.core.maps.simplify import simplify
from sinetra.core.maps.topology import Area, Topology, joined, read_topology, write_topology

FILES = {
    "provinsi-38": 38,
    "kabkota-514": 514,
    "kota-jambi-kecamatan": 11,
    "kota-jambi-kelurahan": 68,
    "kota-banjar-kecamatan": 4,
    "kota-banjar-kelurahan": 25,
    "kota-banjarmasin-kecamatan": 5,
    "kota-banjarmasin-kelurahan": 52,
    "kota-banjarbaru-kecamatan": 5,
    "kota-banjarbaru-kelurahan": 20,
}


def topology(name: str) -> Topology:
    return read_topology((ROOT / "regions" / f"{name}.topo.json").read_bytes())


@pytest.mark.parametrize(("name", "count"), FILES.items())
def test_every_region_is_drawn_once_closed_inside_the_picture(name: str, count: int):
    held = topology(name)
    frame = frame_of(INDONESIA if count in {38, 514} else held.box())
    drawn = shapes(held, frame)
    assert len({shape.code for shape in drawn}) == len(drawn) == count
    assert [shape.code for shape in drawn] == sorted(shape.code for shape in drawn)
    for shape in drawn:
        lines = rings(shape.path)
        assert lines and all(len(set(line)) >= 3 for line in lines)
        assert size(shape.path) > 0
        assert all(0 <= x <= frame.width and 0 <= y <= frame.height for line in lines for x, y in line)
        assert 0 <= shape.middle[0] <= frame.width and 0 <= shape.middle[1] <= frame.height


def test_a_border_between_two_kabupaten_is_the_same_line_in_both():
    held = topology("kabkota-514")
    users = Counter(i if i >= 0 else ~i for area in held.areas for ring in area.rings for i in ring)
    assert set(users.values()) <= {1, 2}
    assert sum(many == 2 for many in users.values()) > 1000
    drawn = {shape.code: edges(shape.path) for shape in shapes(held, frame_of(held.only(["63.03", "63.72"]).box()))}
    assert len(drawn["63.03"] & drawn["63.72"]) > 3


def square(x: float, y: float, side: float) -> list[tuple[float, float]]:
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]


def test_a_region_that_is_too_small_to_see_is_still_there():
    large, small = tuple(square(110, -2, 5)), tuple(square(112, -1, 0.0001))
    held = Topology(
        arcs=(large, small),
        areas=(Area(code="11", name="Besar", rings=((0,), (1,))), Area(code="12", name="Kecil", rings=((1,),))),
    )
    first, second = shapes(held, frame_of(INDONESIA))
    assert size(second.path) == 36 and second.room == 0
    assert len(rings(first.path)) == 1


def test_an_island_smaller_than_a_dot_vanishes_when_its_region_has_more():
    main, island = tuple(square(110, -2, 5)), tuple(square(120, -2, 0.01))
    held = Topology(arcs=(main, island), areas=(Area(code="11", name="Besar", rings=((0,), (1,))),))
    assert len(rings(shapes(held, frame_of(INDONESIA))[0].path)) == 1
    island = tuple(square(120, -2, 1))
    held = Topology(arcs=(main, island), areas=held.areas)
    assert len(rings(shapes(held, frame_of(INDONESIA))[0].path)) == 2


def test_the_number_stands_inside_its_region():
    """A crescent: the middle of its box is outside of it."""
    crescent = ((100, 0), (104, 0), (104, 1), (101, 1), (101, 3), (104, 3), (104, 4), (100, 4), (100, 0))
    held = Topology(
        arcs=(tuple((float(x), float(y)) for x, y in crescent),), areas=(Area(code="11", name="Sabit", rings=((0,),)),)
    )
    frame = frame_of(held.box())
    (shape,) = shapes(held, frame)
    assert shape.middle[0] < frame.place((101, 2))[0]
    assert shape.room > 100


def test_what_is_written_is_read_again():
    held = topology("kota-jambi-kelurahan")
    again = read_topology(__import__("json").dumps(write_topology(held)))
    assert [area.code for area in again.areas] == [area.code for area in held.areas]
    assert [area.rings for area in again.areas] == [area.rings for area in held.areas]
    for one, two in zip(held.arcs, again.arcs, strict=True):
        assert all(abs(a - c) < 1e-6 and abs(b - d) < 1e-6 for (a, b), (c, d) in zip(one, two, strict=True))


def test_parts_side_by_side_keep_their_own_lines():
    one, two = topology("kota-jambi-kecamatan"), topology("kota-banjar-kecamatan")
    both = joined([two, one])
    assert [area.code for area in both.areas] == [a.code for a in one.areas] + [a.code for a in two.areas]
    for part in (one, two):
        for area in part.areas:
            (same,) = both.only([area.code]).areas
            assert both.only([area.code]).box([same]) == part.box([area])


def test_simplifying_keeps_the_ends_and_what_is_large():
    line = [(0, 0), (10, 1), (20, 0), (30, 40), (40, 0)]
    assert simplify(line, 50) == [(0, 0), (20, 0), (30, 40), (40, 0)]
    assert simplify(line, 1e9) == [(0, 0), (40, 0)]
    assert simplify(line, 0) == line
