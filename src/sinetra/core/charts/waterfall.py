"""Waterfall of drivers: from a starting score to the score of a unit, driver by driver, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.layout import INNER, PAD, described, empty, headed, key, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, checked
from sinetra.core.charts.scale import Scale
from sinetra.core.charts.svg import Canvas

_BAR, _GAP = 16, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``points``: what the driver adds to the score, below zero what it takes off; None: its data are missing.
    ``action``: what helps against it. ``url``: its evidence."""

    name: str
    points: float | None
    action: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallWords:
    """``missing``: said of a driver without data; ``raises`` and ``lowers`` explain the patterns."""

    driver: str
    points: str
    running: str
    action: str
    start: str
    end: str
    raises: str
    lowers: str
    missing: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """``start``: the score before any driver. The end is start plus all points, so that drawing and sum agree."""

    name: str
    title: str
    steps: Sequence[Step]
    words: WaterfallWords
    start: float = 0.0
    places: int = 1
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        checked(self.start, *(step.points for step in self.steps))
        checked(self.end)

    @property
    def end(self) -> float:
        return self.start + sum(step.points or 0.0 for step in self.steps)


def draw_waterfall(fall: Waterfall) -> Chart:
    table = _table(fall)
    if not fall.steps:
        return empty(fall.name, fall.title, fall.words.nothing, table)
    canvas = Canvas(fall.name)
    running = _running(fall)
    scale = Scale(min(0.0, *running), max(0.0, *running), PAD, PAD + INNER)
    y = key(canvas, PAD, (("alarm", fall.words.raises), ("slant", fall.words.lowers)))
    y = _total(canvas, y, fall, (fall.words.start, fall.start), scale)
    told = [f"{fall.words.start} {fall.marks.say(fall.start, fall.places)}"]
    for step, before, after in zip(fall.steps, running[:-1], running[1:], strict=True):
        y = _step(canvas, y, fall, step, (scale.at(before), scale.at(after)))
        told.append(f"{step.name} {_points(fall, step)}")
    y = _total(canvas, y, fall, (fall.words.end, fall.end), scale)
    told = [f"{fall.words.end} {fall.marks.say(fall.end, fall.places)}", *told]
    svg = canvas.svg(y, fall.title, described(told))
    return Chart(name=fall.name, title=fall.title, svg=svg, table=table)


def _running(fall: Waterfall) -> list[float]:
    """The score before the first driver and after each."""
    found = [fall.start]
    for step in fall.steps:
        found.append(found[-1] + (step.points or 0.0))
    return found


def _points(fall: Waterfall, step: Step) -> str:
    return fall.words.missing if step.points is None else fall.marks.say(step.points, fall.places, sign=True)


def _total(canvas: Canvas, y: int, fall: Waterfall, total: tuple[str, float], scale: Scale) -> int:
    name, score = total
    y = headed(canvas, y, name, fall.marks.say(score, fall.places)) + 2
    left, right = sorted((scale.at(0), scale.at(score)))
    if score:
        canvas.filled(left, y, max(1, right - left), _BAR, "full")
    return y + _BAR + _GAP


def _step(canvas: Canvas, y: int, fall: Waterfall, step: Step, ends: tuple[int, int]) -> int:
    y = headed(canvas, y, step.name, _points(fall, step)) + 2
    if step.points is not None:
        left, right = sorted(ends)
        canvas.line(PAD, y + _BAR, PAD + INNER, y + _BAR, "c-line")
        if step.points:
            canvas.filled(left, y, max(1, right - left), _BAR, "alarm" if step.points > 0 else "slant")
        y += _BAR + 2
    if step.action:
        y = small(canvas, y, f"→ {step.action}")
    return y + _GAP


def _table(fall: Waterfall) -> Table:
    words, running = fall.words, _running(fall)
    rows = [Row(cells=(words.start, None, fall.start, ""))]
    for step, after in zip(fall.steps, running[1:], strict=True):
        points = words.missing if step.points is None else step.points
        rows.append(Row(cells=(step.name, points, after, step.action), url=step.url))
    rows.append(Row(cells=(words.end, None, fall.end, "")))
    return Table(
        columns=(
            Column(text=words.driver),
            Column(text=words.points, places=fall.places, sign=True),
            Column(text=words.running, places=fall.places),
            Column(text=words.action),
        ),
        rows=rows,
        marks=fall.marks,
    )
