"""Trend: one number over time with its interval; where a number is missing the line has a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.labels import Box, place
from sinetra.core.charts.layout import INNER, PAD, described, empty, key, lines, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, checked, interval
from sinetra.core.charts.scale import Scale, places, step, ticks
from sinetra.core.charts.svg import WIDTH, Canvas
from sinetra.core.charts.text import LINE, SMALL, plain, width

_HIGH, _RADIUS = 180, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """``value`` at one time with the ends of its interval; None: no number, or no interval, for this time."""

    when: str
    value: float | None
    low: float | None = None
    high: float | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWords:
    """``missing`` has ``%(count)s``; ``interval`` explains the band (*selang 95 %*)."""

    when: str
    low: str
    high: str
    interval: str
    missing: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """``moments`` in the order of time and in equal steps; ``measure`` names the number and its unit.

    ``from_zero``: the axis holds 0, as it must for counts.
    """

    name: str
    title: str
    measure: str
    moments: Sequence[Moment]
    words: TrendWords
    places: int = 0
    from_zero: bool = True
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        for moment in self.moments:
            checked(moment.value)
            interval(moment.low, moment.high)


@dataclass(frozen=True, slots=True)
class _Plot:
    box: Box
    up: Scale
    across: Scale
    levels: tuple[float, ...]

    def spot(self, index: int, value: float) -> tuple[int, int]:
        return self.across.at(index), self.up.at(value)


def draw_trend(trend: Trend) -> Chart:
    table = _table(trend)
    if all(moment.value is None for moment in trend.moments):
        return empty(trend.name, trend.title, trend.words.nothing, table)
    canvas = Canvas(trend.name)
    y = lines(canvas, PAD, f"↑ {trend.measure}", "c-small")
    if any(moment.low is not None for moment in trend.moments):
        y = key(canvas, y + 4, (("range", trend.words.interval),))
    plot = _plot(trend, y + 8)
    _axes(canvas, trend, plot)
    for run in _runs(trend, of_intervals=True):
        _band(canvas, trend, plot, run)
    for run in _runs(trend, of_intervals=False):
        _line(canvas, trend, plot, run)
    _values(canvas, trend, plot)
    y = plot.box.bottom + LINE + 6
    gaps = sum(moment.value is None for moment in trend.moments)
    if gaps:
        y = small(canvas, y, trend.words.missing % {"count": trend.marks.say(gaps)})
    told = [f"{moment.when} {trend.marks.say(moment.value, trend.places)}" for moment in trend.moments]
    svg = canvas.svg(y + PAD, trend.title, f"{trend.measure}: {described(told)}")
    return Chart(name=trend.name, title=trend.title, svg=svg, table=table)


def _plot(trend: Trend, top: int) -> _Plot:
    numbers = [x for m in trend.moments for x in (m.value, m.low, m.high) if x is not None]
    levels = ticks(min(numbers + [0.0] * trend.from_zero), max(numbers + [0.0] * trend.from_zero))
    left = PAD + min(max(width(text, SMALL) for text in _level_words(trend, levels)), INNER // 3) + 4
    box = Box(left, top, WIDTH - PAD, top + _HIGH)
    side = _RADIUS + 6
    last = max(len(trend.moments) - 1, 1)
    return _Plot(
        box,
        Scale(levels[0], levels[-1], box.bottom, box.top),
        Scale(0, last, box.left + side, box.right - side),
        levels,
    )


def _level_words(trend: Trend, levels: Sequence[float]) -> list[str]:
    return [trend.marks.say(level, places(step(levels[0], levels[-1]))) for level in levels]


def _axes(canvas: Canvas, trend: Trend, plot: _Plot) -> None:
    box = plot.box
    for level, text in zip(plot.levels, _level_words(trend, plot.levels), strict=True):
        y = plot.up.at(level)
        canvas.line(box.left, y, box.right, y, "c-edge" if level == plot.levels[0] else "c-line")
        canvas.text(box.left - 4, y + 5, text, "c-small", room=box.left - PAD, end=True)
    for index, start, wide in _names(trend, plot.across):
        canvas.text(start, box.bottom + LINE, plain(trend.moments[index].when), "c-small", room=wide)


def _names(trend: Trend, across: Scale) -> list[tuple[int, int, int]]:
    """Moments that are named below the axis (index, left end, width): the last one, and before it every second, third…
    so that none touches the next."""
    last = len(trend.moments) - 1
    found: list[tuple[int, int, int]] = []
    for stride in range(1, last + 2):
        found = [_name(trend, across, index) for index in range(last % stride, last + 1, stride)]
        if all(left + wide + PAD <= right for (_, left, wide), (_, right, _) in pairwise(found)):
            break
    return found


def _name(trend: Trend, across: Scale, index: int) -> tuple[int, int, int]:
    wide = min(width(plain(trend.moments[index].when), SMALL), INNER // 2 - PAD)
    return index, min(max(across.at(index) - wide // 2, PAD), WIDTH - PAD - wide), wide


def _runs(trend: Trend, *, of_intervals: bool) -> Iterator[list[int]]:
    """Indices of moments that follow each other and have a number (an interval)."""
    run: list[int] = []
    for index, moment in enumerate(trend.moments):
        if (moment.low if of_intervals else moment.value) is None:
            if run:
                yield run
            run = []
        else:
            run.append(index)
    if run:
        yield run


def _band(canvas: Canvas, trend: Trend, plot: _Plot, run: list[int]) -> None:
    upper = [plot.spot(index, trend.moments[index].high or 0.0) for index in run]
    lower = [plot.spot(index, trend.moments[index].low or 0.0) for index in run]
    if len(run) == 1:
        (x, top), (_same, bottom) = upper[0], lower[0]
        canvas.filled(x - 5, top, 10, max(1, bottom - top), "range")
        return
    canvas.area([*upper, *reversed(lower)], "range")


def _line(canvas: Canvas, trend: Trend, plot: _Plot, run: list[int]) -> None:
    spots = [plot.spot(index, trend.moments[index].value or 0.0) for index in run]
    if len(spots) > 1:
        canvas.path(spots, "c-trend")
    # Many marks would hide the line; the ends of a run keep theirs.
    for x, y in spots if len(trend.moments) <= 16 else dict.fromkeys((spots[0], spots[-1])):
        canvas.circle(x, y, _RADIUS, "c-mark")


def _values(canvas: Canvas, trend: Trend, plot: _Plot) -> None:
    """The last number, the first, the highest and the lowest say what they are, where they find a place."""
    known = [(index, moment.value) for index, moment in enumerate(trend.moments) if moment.value is not None]
    by_size = sorted(known, key=lambda pair: pair[1])
    told = dict.fromkeys(index for index, _ in (known[-1], known[0], by_size[-1], by_size[0]))
    order = [*told, *(index for index, _ in known if index not in told)]
    values = dict(known)
    spots = [
        (*plot.spot(index, values[index]), trend.marks.say(values[index], trend.places) if index in told else "")
        for index in order
    ]
    for label in place(spots, plot.box, radius=_RADIUS):
        canvas.text(label.x, label.y, label.text, "c-label", room=width(label.text, SMALL))


def _table(trend: Trend) -> Table:
    words = trend.words
    numbers = (trend.measure, words.low, words.high)
    return Table(
        columns=(Column(text=words.when), *(Column(text=text, places=trend.places) for text in numbers)),
        rows=tuple(
            Row(cells=(moment.when, moment.value, moment.low, moment.high), url=moment.url) for moment in trend.moments
        ),
        marks=trend.marks,
    )
