"""Knowledge gain: the mean before and after for each group, with the interval of the difference at the mean after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.layout import INNER, PAD, described, empty, headed, key, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, checked, counted, interval
from sinetra.core.charts.scale import Scale
from sinetra.core.charts.svg import WIDTH, Canvas
from sinetra.core.charts.text import LINE, SMALL, width

_HIGH, _GAP = 20, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Means of those who answered both times (percent), None where too few did. ``low``, ``high``: the interval of
    ``after - before``. ``pairs``: how many answered both times."""

    name: str
    before: float | None
    after: float | None
    low: float | None = None
    high: float | None = None
    pairs: int = 0
    url: str = ""

    @property
    def gain(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class GainWords:
    """``few``: said where there is no mean."""

    group: str
    before: str
    after: str
    gain: str
    low: str
    high: str
    pairs: str
    interval: str
    few: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    name: str
    title: str
    rows: Sequence[Pair]
    words: GainWords
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        for row in self.rows:
            checked(row.before, row.after)
            interval(row.low, row.high)
            counted(row.pairs)


def draw_gain(gain: Gain) -> Chart:
    table = _table(gain)
    if all(row.gain is None for row in gain.rows):
        return empty(gain.name, gain.title, gain.words.nothing, table)
    canvas = Canvas(gain.name)
    y = _key(canvas, gain)
    ends = [x for row in gain.rows for x in _drawn(row)]
    scale = Scale(min(0.0, *ends), max(100.0, *ends), PAD + 6, WIDTH - PAD - 6)
    told = []
    for row in gain.rows:
        y = _row(canvas, y, gain, row, scale)
        told.append(f"{row.name} {_said(gain, row)}")
    svg = canvas.svg(y, gain.title, described(told))
    return Chart(name=gain.name, title=gain.title, svg=svg, table=table)


def _drawn(row: Pair) -> list[float]:
    """All ends of the row on the axis; none without means."""
    if row.before is None or row.after is None:
        return []
    return [row.before, row.after, *(row.before + end for end in (row.low, row.high) if end is not None)]


def _key(canvas: Canvas, gain: Gain) -> int:
    middle = PAD + 9
    x = PAD + 6
    for css, word in (("c-open", gain.words.before), ("c-mark", gain.words.after)):
        canvas.circle(x, middle, 6, css)
        room = min(width(word, SMALL), INNER // 2 - 2 * PAD - 12)
        canvas.text(x + 14, PAD + 14, word, "c-small", room=room)
        x += room + 32
    return key(canvas, PAD + LINE + 4, (("range", gain.words.interval),))


def _said(gain: Gain, row: Pair) -> str:
    """*54,0 → 71,2*."""
    if row.gain is None:
        return gain.words.few
    return f"{gain.marks.say(row.before, 1)} → {gain.marks.say(row.after, 1)}"


def _row(canvas: Canvas, y: int, gain: Gain, row: Pair, scale: Scale) -> int:
    y = headed(canvas, y, row.name, _said(gain, row)) + 2
    if row.before is None or row.after is None:
        return y + _GAP
    middle = y + _HIGH // 2
    canvas.line(PAD, middle, PAD + INNER, middle, "c-line")
    if row.low is not None and row.high is not None:
        left, right = scale.at(row.before + row.low), scale.at(row.before + row.high)
        canvas.filled(left, middle - 8, max(1, right - left), 16, "range")
    canvas.line(scale.at(row.before), middle, scale.at(row.after), middle, "c-move")
    canvas.circle(scale.at(row.before), middle, 5, "c-open")
    canvas.circle(scale.at(row.after), middle, 6, "c-mark")
    return small(canvas, y + _HIGH + 2, _gain_said(gain, row)) + _GAP


def _gain_said(gain: Gain, row: Pair) -> str:
    """*Selisih +17,2 (11,0–23,4); n = 30*."""
    said = f"{gain.words.gain} {gain.marks.say(row.gain, 1, sign=True)}"
    if row.low is not None:
        said += f" ({gain.marks.span(row.low, row.high, 1)})"
    return f"{said}; n = {gain.marks.say(row.pairs)}"


def _table(gain: Gain) -> Table:
    words = gain.words
    return Table(
        columns=(
            Column(text=words.group),
            Column(text=words.before, places=1),
            Column(text=words.after, places=1),
            Column(text=words.gain, places=1, sign=True),
            Column(text=words.low, places=1),
            Column(text=words.high, places=1),
            Column(text=words.pairs, places=0),
        ),
        rows=tuple(
            Row(cells=(row.name, row.before, row.after, row.gain, row.low, row.high, row.pairs), url=row.url)
            for row in gain.rows
        ),
        marks=gain.marks,
    )
