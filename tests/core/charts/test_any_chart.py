"""What every chart keeps, whatever its numbers and words are."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))

from drawn import faults, pieces, tree_of
from samples import ALL

from sinetra.core.charts import INDONESIAN, Chart, Table
from sinetra.core.charts.svg import Canvas

KINDS = pytest.mark.parametrize("kind", ALL)
#: All that a drawing may consist of; a link, an image, a script or a style is none of it.
TAGS = {"svg", "title", "desc", "defs", "pattern", "rect", "path", "line", "polyline", "polygon", "circle", "text"}


@KINDS
@given(data=st.data())
@settings(max_examples=250)
def test_nothing_leaves_the_drawing_and_no_text_covers_another(kind: str, data: st.DataObject):
    assert faults(data.draw(ALL[kind]())) == []


@KINDS
@given(data=st.data())
@settings(max_examples=25)
def test_hostile_words_stay_words(kind: str, data: st.DataObject):
    chart = data.draw(ALL[kind]())
    items = list(tree_of(chart).iter())
    assert {etree.QName(item).localname for item in items} <= TAGS
    for item in items:
        assert not {"style", "href"} & set(item.attrib)
        assert not any(name.startswith("on") for name in item.attrib)
        assert re.fullmatch(r"chart|c-[a-z]+|", item.get("class", ""))
        assert item.get("fill", "").startswith(f"url(#{chart.name}_") or item.get("fill") is None


@KINDS
@given(data=st.data())
@settings(max_examples=25)
def test_a_reader_who_hears_it_has_a_title_and_a_description_with_ids_of_this_chart(kind: str, data: st.DataObject):
    chart = data.draw(ALL[kind]())
    tree = tree_of(chart)
    ids = [item.get("id") for item in tree.iter() if item.get("id")]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(f"{chart.name}_") for name in ids)
    assert tree.get("role") == "img"
    assert {tree.get("aria-labelledby"), tree.get("aria-describedby")} <= set(ids)


@KINDS
@given(data=st.data())
@settings(max_examples=15)
def test_no_other_name_makes_the_same_ids(kind: str, data: st.DataObject):
    """``pola`` and ``pola-title`` on one page: the second is the id of a frame, and the beginning of others."""
    ids = [item.get("id") for item in tree_of(data.draw(ALL[kind]())).iter() if item.get("id")]
    assert ids
    for name in ids:
        with pytest.raises(ValueError, match="name of a chart"):
            Canvas(name)


@KINDS
@given(data=st.data())
@settings(max_examples=15)
def test_every_coordinate_is_an_integer(kind: str, data: st.DataObject):
    for item in tree_of(data.draw(ALL[kind]())).iter():
        for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"):
            assert re.fullmatch(r"-?\d+", item.get(name, "0"))


@KINDS
@given(data=st.data())
@settings(max_examples=15)
def test_the_file_of_its_own_has_colours_and_no_class(kind: str, data: st.DataObject):
    chart = data.draw(ALL[kind]())
    alone = etree.fromstring(chart.file.encode())
    inside = tree_of(chart)
    assert not [item for item in alone.iter() if item.get("class")]
    assert [item.text for item in alone.iter()] == [item.text for item in inside.iter()]
    assert all(item.get("fill") or item.get("stroke") for item in alone if etree.QName(item).localname == "rect")


@pytest.mark.parametrize("kind", ALL)
def test_the_same_numbers_give_the_same_bytes(kind: str):
    seen: list[Chart] = []

    @given(data=st.data())
    @settings(max_examples=15, derandomize=True, database=None)
    def draw(data: st.DataObject) -> None:
        seen.append(data.draw(ALL[kind]()))

    draw()
    first, seen[:] = list(seen), []
    draw()
    assert len(first) > 1
    assert [chart.svg for chart in first] == [chart.svg for chart in seen]


def planted(draw: str) -> list[str]:
    canvas = Canvas("tanam")
    if draw == "outside":
        canvas.text(300, 20, "di luar gambar", room=200)
    elif draw == "covered":
        canvas.text(10, 20, "satu", room=200)
        canvas.text(20, 24, "dua", room=200)
    else:
        canvas.rect(20, 20, -5, 4, "c-whole")
    table = Table(columns=(), rows=(), marks=INDONESIAN)
    chart = Chart(name="tanam", title="", svg=canvas.svg(60, "", ""), table=table)
    assert pieces(chart)
    return faults(chart)


@pytest.mark.parametrize("draw", ["outside", "covered", "turned"])
def test_a_planted_fault_is_found(draw: str):
    assert [fault.split(":")[0].split()[0] for fault in planted(draw)] == [draw]


@pytest.mark.parametrize("name", ["", "A", "a b", 'a"', "1a", "a" * 80])
def test_a_name_that_is_no_id_is_refused(name: str):
    with pytest.raises(ValueError, match="name of a chart"):
        Canvas(name)
