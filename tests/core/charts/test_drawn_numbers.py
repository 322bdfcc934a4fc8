"""The drawing says the numbers of the table, in its words and in its lengths."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from math import log
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drawn import filled, pieces, shapes, texts
from samples import FUNNEL, GAIN, PATTERNS, QUADRANT, TREND, WATERFALL

from sinetra.core.charts import (
    ENGLISH,
    Chart,
    Funnel,
    Gain,
    Moment,
    Pair,
    Patterns,
    Point,
    Quadrant,
    Stage,
    Step,
    Trend,
    Waterfall,
    draw_funnel,
    draw_gain,
    draw_patterns,
    draw_quadrant,
    draw_trend,
    draw_waterfall,
    kind_of,
)

NUMBER = re.compile(r"[-+]?\d[\d.,]*\d|[-+]?\d")


def cells(chart: Chart) -> set[str]:
    return {text for row in chart.table.texts for text in row}


def said(chart: Chart) -> set[str]:
    """Numbers in the words of the drawing."""
    return {number for text in texts(chart) for number in NUMBER.findall(text)}


def funnel() -> Chart:
    stages = (
        Stage(name="Diterima", reached=400, waiting=(20, 10), url="/daftar/"),
        Stage(name="Dikaji", reached=300, waiting=(0, 40)),
        Stage(name="Diteruskan", reached=100, waiting=(0, 0)),
    )
    return draw_funnel(Funnel(name="corong", title="Judul", stages=stages, bands=("baru", "lama"), words=FUNNEL))


def test_a_funnel_draws_each_stage_and_who_waits_there_on_one_scale():
    chart = funnel()
    assert chart.table.texts == [
        ["Diterima", "400", "100", "30", "20", "10"],
        ["Dikaji", "300", "75", "40", "0", "40"],
        ["Diteruskan", "100", "25", "0", "0", "0"],
    ]
    assert said(chart) <= cells(chart)
    assert "30 menunggu: 20 (baru), 10 (lama)" in texts(chart)
    widths = [box.right - box.left for box in shapes(chart, "rect", "c-whole")]
    assert widths == [304, 228, 76]
    # The first of each is in the key.
    assert [(box.left, box.right) for box in filled(chart, "blank")[1:]] == [(8, 23)]
    assert [(box.left, box.right) for box in filled(chart, "dots")[1:]] == [(23, 31), (8, 38)]


def test_a_row_opens_the_list_behind_it():
    assert [row.url for row in funnel().table.rows] == ["/daftar/", "", ""]


def test_a_waterfall_ends_where_its_steps_lead():
    steps = (
        Step(name="Paparan", points=12.44, action="Dahulukan camat"),
        Step(name="Kanal", points=-4.04),
        Step(name="Bantuan", points=None, action="Lengkapi data"),
    )
    chart = draw_waterfall(Waterfall(name="air", title="Judul", start=50, steps=steps, words=WATERFALL))
    assert chart.table.texts == [
        ["Titik awal", "–", "50,0", ""],
        ["Paparan", "+12,4", "62,4", "Dahulukan camat"],
        ["Kanal", "-4,0", "58,4", ""],
        ["Bantuan", "belum ada data", "58,4", "Lengkapi data"],
        ["Skor", "–", "58,4", ""],
    ]
    assert said(chart) <= cells(chart)
    assert {"→ Dahulukan camat", "→ Lengkapi data", "belum ada data"} <= set(texts(chart))
    (up,), (down,), (start, end) = filled(chart, "alarm")[1:], filled(chart, "slant")[1:], filled(chart, "full")
    assert (start.right, up.right, down.left) == (up.left, down.right, end.right)
    assert (up.right - up.left) / (start.right - start.left) == pytest.approx(12.44 / 50, abs=0.01)


def test_a_quadrant_names_who_is_high_and_uncovered_and_only_these():
    points = (
        Point(name="Utara", vulnerability=80, coverage=20),
        Point(name="Timur", vulnerability=60, coverage=49.9),
        Point(name="Selatan", vulnerability=60, coverage=50),
        Point(name="Barat", vulnerability=59.9, coverage=10),
        Point(name="Muara", vulnerability=None, coverage=10),
    )
    chart = draw_quadrant(Quadrant(name="k", title="Judul", points=points, high_from=60, low_below=50, words=QUADRANT))
    assert [row[3] for row in chart.table.texts] == ["ya", "ya", "tidak", "tidak", "–"]
    assert "Rawan tinggi, cakupan rendah: 2" in texts(chart)
    assert "1 tanpa data" in texts(chart)
    assert {"Utara", "Timur", "Selatan", "Barat"} <= set(texts(chart))
    assert "Muara" not in texts(chart)
    (corner,) = filled(chart, "faint")[1:]
    marks = [p.box for p in pieces(chart) if p.css == "c-mark"]
    assert len(marks) == 2
    assert all(corner.left < m.left and m.right <= corner.right + 5 and m.top > corner.top for m in marks)
    (utara, _timur), (plot,) = marks, shapes(chart, "rect", "c-whole")
    assert (utara.left + 5 - plot.left) / (plot.right - plot.left) == pytest.approx(0.2, abs=0.005)
    assert (plot.bottom - utara.top - 5) / (plot.bottom - plot.top) == pytest.approx(0.8, abs=0.005)


def test_whoever_is_in_the_corner_is_named_even_where_names_find_no_place():
    points = [Point(name=f"Kecamatan Cendana Raya {n}", vulnerability=90 - n / 10, coverage=20) for n in range(14)]
    chart = draw_quadrant(Quadrant(name="k", title="J", points=points, high_from=60, low_below=50, words=QUADRANT))
    said = " ".join(texts(chart))
    assert all(point.name in said for point in points[:10])
    assert points[13].name not in said
    assert re.search(r"\d+ dari 14 bernama", said)


def test_a_trend_breaks_where_a_number_is_missing():
    rows = ((10, 5, 15), (20, 15, 25), (None, None, None), (30, None, None), (40, 30, 50))
    moments = [Moment(when=f"b{at}", value=v, low=low, high=high) for at, (v, low, high) in enumerate(rows)]
    chart = draw_trend(Trend(name="g", title="Judul", measure="Laporan", moments=moments, words=TREND))
    assert chart.table.texts[2] == ["b2", "–", "–", "–"]
    assert "1 tanpa data" in texts(chart)
    marks = [(box.left + 4, box.top + 4) for box in shapes(chart, "circle", "c-mark")]
    assert len(marks) == 4
    lines = shapes(chart, "polyline", "c-trend")
    assert [(line.left, line.right) for line in lines] == [(marks[0][0], marks[1][0]), (marks[2][0], marks[3][0])]
    # One band over two times, and one alone over the last.
    assert len(filled(chart, "range")) == 1 + 2
    steps = [before[1] - after[1] for before, after in pairwise(marks)]
    assert max(steps) - min(steps) <= 1
    assert {"10", "40"} <= said(chart)


def test_a_trend_without_gaps_does_not_speak_of_them():
    moments = [Moment(when="Mei", value=1), Moment(when="Juni", value=2)]
    chart = draw_trend(Trend(name="g", title="Judul", measure="Laporan", moments=moments, words=TREND))
    assert not any("tanpa data" in text for text in texts(chart))
    assert len(shapes(chart, "polyline", "c-trend")) == 1


def test_patterns_draw_shares_side_by_side_and_the_risk_on_a_scale_of_factors():
    kinds = [
        kind_of("Struktural", 40, 100, staff=10, all_staff=100),
        kind_of("Lainnya", 60, 100, staff=90, all_staff=100),
    ]
    chart = draw_patterns(Patterns(name="p", title="Judul", kinds=kinds, words=PATTERNS))
    assert chart.table.texts[0][:5] == ["Struktural", "40", "40,0", "10,0", "4,0"]
    assert said(chart) <= cells(chart)
    shares = [box.right - box.left for box in filled(chart, "full")[1:]]
    staff = [box.right - box.left for box in filled(chart, "slant")[1:]]
    assert (shares, staff) == ([122, 182], [30, 274])
    middle = 160
    first, second = (box.left + 5 - middle for box in shapes(chart, "circle", "c-mark"))
    assert second / first == pytest.approx(log(60 / 90) / log(4), abs=0.02)


def test_an_act_has_no_share_of_staff():
    chart = draw_patterns(
        Patterns(name="p", title="Judul", kinds=[kind_of("Menyukai unggahan", 3, 12)], words=PATTERNS)
    )
    assert chart.table.texts == [["Menyukai unggahan", "3", "25,0", "–", "–", "–", "–"]]
    assert filled(chart, "slant") == []
    assert shapes(chart, "circle", "c-mark") == []


def test_the_relative_risk_is_that_of_the_reference():
    """Structural posts: 40.9 % of those reported, 7 % of staff, about 5.8 times (index.md, relative risk by post)."""
    kind = kind_of("Struktural", 409, 1000, staff=70, all_staff=1000)
    assert kind.risk == pytest.approx(5.84, abs=0.005)
    assert kind.low is not None
    assert kind.high is not None
    assert kind.low < 5.84 < kind.high


@pytest.mark.parametrize("numbers", [(5, 4), (-1, 4)])
def test_a_part_larger_than_the_whole_is_refused(numbers: tuple[int, int]):
    with pytest.raises(ValueError, match=r"whole|below zero"):
        kind_of("x", *numbers)


def test_a_gain_shows_before_after_and_the_interval_of_the_difference():
    rows = (
        Pair(name="Camat", before=50, after=70, low=12, high=28, pairs=34),
        Pair(name="Staf", before=None, after=None, pairs=2),
    )
    chart = draw_gain(Gain(name="t", title="Judul", rows=rows, words=GAIN, marks=ENGLISH))
    assert chart.table.texts == [
        ["Camat", "50.0", "70.0", "+20.0", "12.0", "28.0", "34"],
        ["Staf", "–", "–", "–", "–", "–", "2"],
    ]
    assert said(chart) <= cells(chart)
    assert "belum cukup" in texts(chart)
    before, after = shapes(chart, "circle", "c-open")[1], shapes(chart, "circle", "c-mark")[1]
    (band,) = filled(chart, "range")[1:]
    middle = after.left + 6
    assert (before.left + 5, middle) == (160, 218)
    assert (middle - band.left, band.right - middle) == pytest.approx((8 * 2.92, 8 * 2.92), abs=1)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), 1e16])
def test_what_is_no_number_is_refused_and_not_drawn(wrong: float):
    with pytest.raises(ValueError, match="finite"):
        Trend(name="g", title="", measure="", moments=[Moment(when="x", value=wrong)], words=TREND)
    with pytest.raises(ValueError, match="finite"):
        Quadrant(
            name="k",
            title="",
            points=[Point(name="x", vulnerability=1, coverage=wrong)],
            high_from=1,
            low_below=1,
            words=QUADRANT,
        )


def test_an_interval_that_is_turned_or_half_is_refused():
    for low, high in ((2.0, 1.0), (1.0, None)):
        with pytest.raises(ValueError, match="interval"):
            Trend(name="g", title="", measure="", moments=[Moment(when="x", value=1, low=low, high=high)], words=TREND)


def test_zero_has_no_bar_and_the_smallest_number_has_one():
    stages = [Stage(name="Satu", reached=100_000), Stage(name="Dua", reached=1), Stage(name="Tiga", reached=0)]
    chart = draw_funnel(Funnel(name="corong", title="J", stages=stages, bands=(), words=FUNNEL))
    assert [box.right - box.left for box in shapes(chart, "rect", "c-whole")] == [304, 1]
    kinds = [
        kind_of(name, count, 100_000, staff=0, all_staff=9) for name, count in (("A", 100_000), ("B", 1), ("C", 0))
    ]
    chart = draw_patterns(Patterns(name="pola", title="J", kinds=kinds, words=PATTERNS))
    # The first is the key.
    assert [box.right - box.left for box in filled(chart, "full")[1:]] == [304, 1]
    assert len(filled(chart, "slant")) == 1
    steps = [Step(name="Satu", points=0.0), Step(name="Dua", points=1e-9), Step(name="Tiga", points=-1e-9)]
    chart = draw_waterfall(
        Waterfall(name="air", title="J", start=0, steps=[*steps, Step(name="E", points=9)], words=WATERFALL)
    )
    assert (len(filled(chart, "alarm")[1:]), len(filled(chart, "slant")[1:]), len(filled(chart, "full"))) == (2, 1, 1)


def test_nothing_is_said_and_the_table_stays():
    empty = draw_funnel(Funnel(name="c", title="Judul", stages=(), bands=("baru",), words=FUNNEL))
    zeros = draw_funnel(
        Funnel(name="c", title="J", stages=[Stage(name="D", reached=0, waiting=(0,))], bands=("b",), words=FUNNEL)
    )
    assert (empty.is_empty, zeros.is_empty, funnel().is_empty) == (True, True, False)
    assert texts(empty) == texts(zeros) == ["Belum ada"]
    assert zeros.table.texts == [["D", "0", "–", "0", "0"]]
