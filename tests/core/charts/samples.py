"""Any chart, for Hypothesis: none, one or many rows, huge and negative numbers, endless and hostile words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from sinetra.core.charts import (
    Chart,
    Funnel,
    FunnelWords,
    Gain,
    GainWords,
    Kind,
    Moment,
    Pair,
    Patterns,
    PatternWords,
    Point,
    Quadrant,
    QuadrantWords,
    Stage,
    Step,
    Trend,
    TrendWords,
    Waterfall,
    WaterfallWords,
    draw_funnel,
    draw_gain,
    draw_patterns,
    draw_quadrant,
    draw_trend,
    draw_waterfall,
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"/><image href="https://example.org/"/>',
    "]]><!--",
    "&lt;b&gt;&#x3c;",
    'class="c-full"',
    "Dinas\x00Pendidikan\u202eterbalik\ud800",
    "W" * 400,
    "Kecamatan " * 60,
    "",
)
names = st.sampled_from(HOSTILE) | st.text(max_size=40) | st.sampled_from(("Camat", "Dinas Kesehatan", "Kota Cendana"))
amounts = st.floats(-1e15, 1e15) | st.floats(-100, 200) | st.integers(-5, 105).map(float)
some = st.none() | amounts
counts = st.integers(0, 10**15) | st.integers(0, 400)


def two(values: st.SearchStrategy[float]) -> st.SearchStrategy[tuple[float, float] | tuple[None, None]]:
    """The ends of an interval, or none."""
    return st.tuples(values, values).map(lambda pair: (min(pair), max(pair))) | st.just((None, None))


FUNNEL = FunnelWords(
    stage="Tahap",
    reached="Sampai",
    share="Persen",
    stands="Menunggu",
    waiting="%(count)s menunggu",
    nothing="Belum ada",
)
QUADRANT = QuadrantWords(
    unit="Unit",
    vulnerability="Kerawanan",
    coverage="Cakupan",
    in_corner="Didahulukan",
    corner="Rawan tinggi, cakupan rendah",
    yes="ya",
    no="tidak",
    unnamed="%(shown)s dari %(all)s bernama",
    unplaced="%(count)s tanpa data",
    nothing="Belum ada",
)
WATERFALL = WaterfallWords(
    driver="Pendorong",
    points="Poin",
    running="Sampai di sini",
    action="Langkah",
    start="Titik awal",
    end="Skor",
    raises="menaikkan",
    lowers="menurunkan",
    missing="belum ada data",
    nothing="Belum ada",
)
TREND = TrendWords(
    when="Waktu", low="Bawah", high="Atas", interval="selang", missing="%(count)s tanpa data", nothing="Belum ada"
)
PATTERNS = PatternWords(
    kind="Jenis",
    matters="Jumlah",
    share="Bagian perkara",
    staff_share="Bagian pegawai",
    risk="Risiko relatif",
    low="Bawah",
    high="Atas",
    equal="Garis tengah: sama",
    nothing="Belum ada",
)
GAIN = GainWords(
    group="Sesi",
    before="Sebelum",
    after="Sesudah",
    gain="Selisih",
    low="Bawah",
    high="Atas",
    pairs="Keduanya",
    interval="selang",
    few="belum cukup",
    nothing="Belum ada",
)


@st.composite
def funnels(draw: st.DrawFn) -> Chart:
    bands = draw(st.lists(names, max_size=4))
    waiting = st.lists(counts, min_size=len(bands), max_size=len(bands))
    stages = st.lists(st.builds(Stage, name=names, reached=counts, waiting=waiting), max_size=7)
    return draw_funnel(Funnel(name="corong", title=draw(names), stages=draw(stages), bands=bands, words=FUNNEL))


@st.composite
def quadrants(draw: st.DrawFn) -> Chart:
    points = draw(st.lists(st.builds(Point, name=names, vulnerability=some, coverage=some), max_size=40))
    cuts = {"high_from": draw(amounts), "low_below": draw(amounts)}
    return draw_quadrant(Quadrant(name="kuadran", title=draw(names), points=points, words=QUADRANT, **cuts))


@st.composite
def waterfalls(draw: st.DrawFn) -> Chart:
    points = st.none() | st.floats(-1e14, 1e14) | st.floats(-20, 20)
    steps = draw(st.lists(st.builds(Step, name=names, points=points, action=names), max_size=9))
    start = draw(st.floats(-100, 100))
    return draw_waterfall(Waterfall(name="air", title=draw(names), steps=steps, start=start, words=WATERFALL))


@st.composite
def trends(draw: st.DrawFn) -> Chart:
    rows = draw(st.lists(st.tuples(names, some, two(amounts)), max_size=60))
    moments = [Moment(when=when, value=value, low=ends[0], high=ends[1]) for when, value, ends in rows]
    options: dict[str, Any] = {"from_zero": draw(st.booleans()), "places": draw(st.integers(0, 3))}
    return draw_trend(
        Trend(name="garis", title=draw(names), measure=draw(names), moments=moments, words=TREND, **options)
    )


@st.composite
def pattern_charts(draw: st.DrawFn) -> Chart:
    part = st.none() | st.floats(0, 100) | st.floats(0, 1e15)
    rows = draw(st.lists(st.tuples(names, counts, part, part, part, two(st.floats(0, 1e15))), max_size=9))
    kinds = [
        Kind(name=name, matters=n, share=share, staff_share=staff, risk=risk, low=ends[0], high=ends[1])
        for name, n, share, staff, risk, ends in rows
    ]
    return draw_patterns(Patterns(name="pola", title=draw(names), kinds=kinds, words=PATTERNS))


@st.composite
def gains(draw: st.DrawFn) -> Chart:
    row = st.tuples(names, some, some, two(amounts), counts)
    rows = [
        Pair(name=name, before=before, after=after, low=ends[0], high=ends[1], pairs=n)
        for name, before, after, ends, n in draw(st.lists(row, max_size=9))
    ]
    return draw_gain(Gain(name="tahu", title=draw(names), rows=rows, words=GAIN))


ALL: dict[str, Callable[[], st.SearchStrategy[Chart]]] = {
    "funnel": funnels,
    "quadrant": quadrants,
    "waterfall": waterfalls,
    "trend": trends,
    "patterns": pattern_charts,
    "gain": gains,
}
