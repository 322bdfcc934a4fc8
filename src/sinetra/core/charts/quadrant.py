"""Quadrant: vulnerability upward, coverage of prevention to the right; the corner high and uncovered has its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.labels import Box, place
from sinetra.core.charts.layout import INNER, PAD, described, empty, key, lines, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, checked
from sinetra.core.charts.scale import Scale, places, step, ticks
from sinetra.core.charts.svg import WIDTH, Canvas
from sinetra.core.charts.text import LINE, SMALL, plain, width

_HIGH, _RADIUS = 280, 5
#: So many of the corner are named below the plot where they find no place in it.
_LISTED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """``vulnerability`` and ``coverage`` on the scales of the axes, None where it is not known."""

    name: str
    vulnerability: float | None
    coverage: float | None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantWords:
    """``corner`` names the corner high × low; ``unnamed`` has ``%(shown)s`` and ``%(all)s``; ``unplaced`` has
    ``%(count)s``."""

    unit: str
    vulnerability: str
    coverage: str
    in_corner: str
    corner: str
    yes: str
    no: str
    unnamed: str
    unplaced: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant:
    """A point is in the corner from the vulnerability ``high_from`` on, with a coverage below ``low_below``."""

    name: str
    title: str
    points: Sequence[Point]
    high_from: float
    low_below: float
    words: QuadrantWords
    places: int = 1
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        checked(self.high_from, self.low_below)
        for point in self.points:
            checked(point.vulnerability, point.coverage)

    def in_corner(self, point: Point) -> bool | None:
        if point.vulnerability is None or point.coverage is None:
            return None
        return point.vulnerability >= self.high_from and point.coverage < self.low_below


@dataclass(frozen=True, slots=True)
class _Plot:
    """Axes of the drawing: ``box`` in its units, round numbers along each."""

    box: Box
    across: Scale
    up: Scale
    xs: tuple[float, ...]
    ys: tuple[float, ...]


def draw_quadrant(quadrant: Quadrant) -> Chart:
    table = _table(quadrant)
    shown = [point for point in quadrant.points if quadrant.in_corner(point) is not None]
    if not shown:
        return empty(quadrant.name, quadrant.title, quadrant.words.nothing, table)
    # Who stands in the corner is named first, then by vulnerability.
    shown.sort(key=lambda p: (not quadrant.in_corner(p), -(p.vulnerability or 0), p.coverage or 0, p.name))
    canvas = Canvas(quadrant.name)
    cornered = [point for point in shown if quadrant.in_corner(point)]
    word = f"{quadrant.words.corner}: {quadrant.marks.say(len(cornered))}"
    y = lines(canvas, key(canvas, PAD, (("faint", word),)), f"↑ {quadrant.words.vulnerability}", "c-small")
    plot = _plot(quadrant, shown, y + 8)
    _axes(canvas, quadrant, plot)
    named = _points(canvas, quadrant, shown, plot)
    y = lines(canvas, plot.box.bottom + LINE + 4, f"{quadrant.words.coverage} →", "c-small")
    for index, point in enumerate(cornered[:_LISTED]):
        if index not in named:
            y = lines(canvas, y, f"{index + 1}. {point.name}", most=2)
            named.add(index)
    if len(named) < len(shown):
        told = {"shown": quadrant.marks.say(len(named)), "all": quadrant.marks.say(len(shown))}
        y = small(canvas, y, quadrant.words.unnamed % told)
    if len(shown) < len(quadrant.points):
        y = small(canvas, y, quadrant.words.unplaced % {"count": len(quadrant.points) - len(shown)})
    svg = canvas.svg(y + PAD, quadrant.title, f"{word}. {described([point.name for point in cornered or shown])}")
    return Chart(name=quadrant.name, title=quadrant.title, svg=svg, table=table)


def _plot(quadrant: Quadrant, shown: Sequence[Point], top: int) -> _Plot:
    """Both axes run from 0 to 100, farther where a number lies farther."""
    xs = _ticks([p.coverage for p in shown], quadrant.low_below)
    ys = _ticks([p.vulnerability for p in shown], quadrant.high_from)
    left = PAD + min(max(width(text) for text in _said(quadrant, ys)), INNER // 3) + 4
    box = Box(left, top, WIDTH - PAD, top + _HIGH)
    return _Plot(box, Scale(xs[0], xs[-1], box.left, box.right), Scale(ys[0], ys[-1], box.bottom, box.top), xs, ys)


def _ticks(values: Sequence[float | None], cut: float) -> tuple[float, ...]:
    known = [value for value in values if value is not None]
    return ticks(min(0.0, cut, *known), max(100.0, cut, *known))


def _said(quadrant: Quadrant, values: Sequence[float]) -> list[str]:
    return [quadrant.marks.say(value, places(step(values[0], values[-1]))) for value in values]


def _axes(canvas: Canvas, quadrant: Quadrant, plot: _Plot) -> None:
    box = plot.box
    across, level = plot.across.at(quadrant.low_below), plot.up.at(quadrant.high_from)
    canvas.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, "c-whole")
    canvas.filled(box.left, box.top, across - box.left, level - box.top, "faint")
    canvas.line(box.left, level, box.right, level, "c-edge")
    canvas.line(across, box.top, across, box.bottom, "c-edge")
    for value, text in zip(plot.ys, _said(quadrant, plot.ys), strict=True):
        canvas.text(box.left - 4, plot.up.at(value) + 5, text, "c-small", room=box.left - PAD, end=True)
    free = box.left
    for value, text in zip(plot.xs, _said(quadrant, plot.xs), strict=True):
        wide = width(text)
        start = min(max(plot.across.at(value) - wide // 2, box.left), WIDTH - PAD - wide)
        if start >= free:
            canvas.text(start, box.bottom + LINE - 2, text, "c-small", room=wide)
            free = start + wide + 4


def _points(canvas: Canvas, quadrant: Quadrant, shown: Sequence[Point], plot: _Plot) -> set[int]:
    """Draws points and labels; returns whose whole name stands in the plot. In the corner a number stands in for a name
    that finds no place: the list below the plot says whose it is."""
    spots = [
        (plot.across.at(point.coverage or 0), plot.up.at(point.vulnerability or 0), plain(point.name))
        for point in shown
    ]
    numbers = {at: f"{at + 1}." for at, point in enumerate(shown[:_LISTED]) if quadrant.in_corner(point)}
    for point, (x, y, _name) in zip(shown, spots, strict=True):
        canvas.circle(x, y, _RADIUS, "c-mark" if quadrant.in_corner(point) else "c-open")
    labels = place(spots, plot.box, radius=_RADIUS, short=numbers)
    for label in labels:
        canvas.text(label.x, label.y, label.text, "c-label", room=width(label.text, SMALL))
    return {label.index for label in labels if label.text == spots[label.index][2]}


def _table(quadrant: Quadrant) -> Table:
    words = quadrant.words
    answers = {True: words.yes, False: words.no, None: None}
    return Table(
        columns=(
            Column(text=words.unit),
            Column(text=words.vulnerability, places=quadrant.places),
            Column(text=words.coverage, places=quadrant.places),
            Column(text=words.in_corner),
        ),
        rows=tuple(
            Row(
                cells=(point.name, point.vulnerability, point.coverage, answers[quadrant.in_corner(point)]),
                url=point.url,
            )
            for point in quadrant.points
        ),
        marks=quadrant.marks,
    )
