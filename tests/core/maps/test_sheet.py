"""The map to take away: complete in itself, safe in its words, every zone by its own pattern."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from lxml import etree
from PIL import Image

from sinetra.core.documents.map_picture import map_png
from sinetra.core.index.result import Zone
from sinetra.core.maps.frame import frame_of
from sinetra.core.maps.shade import PATTERNS, ZONES, Shade, pattern_defs
from sinetra.core.maps.shapes import shapes
from sinetra.core.maps.sheet import Key, Painted, Sheet, draw
from sinetra.core.maps.topology import Area, Topology

SVG = "{http://www.w3.org/2000/svg}"
LINE = ((114.0, -3.0), (115.0, -3.0), (115.0, -2.0), (114.0, -2.0), (114.0, -3.0))
HELD = Topology(arcs=(LINE,), areas=(Area(code="63.01", name="A", rings=((0,),)),))
FRAME = frame_of(HELD.box())
SHAPE = shapes(HELD, FRAME)[0]


def sheet(pattern: str = "red", title: str = "Peta", **more) -> Sheet:
    painted = Painted(shape=SHAPE, pattern=pattern, number=7, said="7. A: merah", numbered=True, **more)
    return Sheet(
        language="id",
        title=title,
        lead="Keadaan data 20 November 2026",
        frame=FRAME,
        regions=[painted],
        keys=[Key(pattern="grey", word="Abu-abu: data belum cukup (0)")],
        below=["Batas indikatif, bukan acuan hukum. " * 9],
    )


def test_all_it_needs_is_in_it():
    tree = etree.fromstring(draw(sheet()))
    texts = " ".join(tree.itertext())
    for words in ("Peta", "Keadaan data 20 November 2026", "Abu-abu: data belum cukup (0)", "bukan acuan hukum", "7"):
        assert words in texts
    used = set(re.findall(r"url\(#([^)]+)\)", draw(sheet())))
    assert used == {pattern.get("id") for pattern in tree.iter(f"{SVG}pattern")} == {"p-red", "p-grey"}
    assert not re.search(r"(href|src)=|<script|<style|@import|http(?!://www\.w3\.org/2000/svg)", draw(sheet()))


def test_words_of_others_are_text():
    tree = etree.fromstring(draw(sheet(title='<script>alert(1)</script> & "x"')))
    assert not list(tree.iter(f"{SVG}script"))
    assert tree.find(f"{SVG}title").text == '<script>alert(1)</script> & "x"'


def test_signs_that_no_xml_holds_spoil_no_picture():
    """A list of regions that somebody typed may hold them."""
    bad = "Kota\x01 \ufffe\u202eCendana\x0b"
    held = sheet(title=bad)
    held = replace(held, lead=bad, below=[bad], keys=[Key(pattern="red", word=bad)])
    held = replace(held, regions=[replace(held.regions[0], said=bad)])
    texts = [text for text in etree.fromstring(draw(held).encode()).itertext() if "K" in text]
    assert texts == ["Kota Cendana"] * 7
    assert map_png(draw(held))


def test_the_same_sheet_is_the_same_text():
    assert draw(sheet()) == draw(sheet())
    assert draw(sheet()) != draw(sheet("red-unstable"))


def shade(zone: Zone | None, *, unstable: bool = False) -> Shade:
    return Shade(code="63", zone=zone, unstable=unstable, word="", detail="")


def test_every_zone_has_a_pattern_of_its_own_and_hatched_is_another():
    names = {shade(zone, unstable=unstable).pattern for zone in ZONES for unstable in (False, True)}
    assert names == set(PATTERNS) and set(ZONES) == set(Zone)
    assert shade(None).pattern == "none"
    drawn = {name: pattern_defs([name]).replace(name, "") for name in PATTERNS}
    assert len(set(drawn.values())) == len(PATTERNS)
    for zone in ZONES:
        assert len(drawn[f"{zone}-unstable"]) > len(drawn[zone])


def lightness(name: str) -> list[int]:
    """Of the picture of a region in this pattern, dot by dot, as an eye without colours has it."""
    with Image.open(io.BytesIO(map_png(draw(sheet(name, chosen=True))))) as picture:
        wide, high = picture.size
        part = picture.convert("L").crop((wide // 3, high // 3, wide // 3 + 60, high // 3 + 60))
        return list(part.tobytes())


@pytest.fixture(scope="module")
def seen() -> dict[str, list[int]]:
    return {name: lightness(name) for name in (*PATTERNS, "none")}


def test_the_picture_is_told_apart_without_colours(seen):
    names = list(seen)
    for place, one in enumerate(names):
        for two in names[place + 1 :]:
            differ = sum(abs(a - b) > 40 for a, b in zip(seen[one], seen[two], strict=True))
            mean = abs(sum(seen[one]) - sum(seen[two])) / len(seen[one])
            assert differ > 60 or mean > 20, (one, two)


def test_the_picture_of_the_same_sheet_has_the_same_bytes():
    assert map_png(draw(sheet())) == map_png(draw(sheet()))
