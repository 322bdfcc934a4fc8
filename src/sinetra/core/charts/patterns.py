"""Patterns: what share of matters each kind has, beside its share of staff, and the relative risk with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.layout import INNER, PAD, described, empty, headed, key, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, checked, counted, interval
from sinetra.core.charts.scale import Scale
from sinetra.core.charts.svg import Canvas
from sinetra.core.wilson import wilson

_BAR, _GAP = 12, 14
_FARTHEST = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``matters`` of this kind and their ``share`` (percent). ``staff_share`` (percent) and the relative ``risk`` with
    its interval, None where staff are not counted by it (an act, a channel, a stage)."""

    name: str
    matters: int
    share: float | None
    staff_share: float | None = None
    risk: float | None = None
    low: float | None = None
    high: float | None = None
    url: str = ""


def kind_of(
    name: str, matters: int, all_matters: int, *, staff: int | None = None, all_staff: int | None = None, url: str = ""
) -> Kind:
    """Shares and relative risk from counts: share of matters by share of staff.

    The staff are counted, not sampled; the interval is that of the share of matters (Wilson, 95 %), divided alike.

    >>> kind = kind_of("JPT", 41, 100, staff=7, all_staff=100)
    >>> [round(x or 0, 1) for x in (kind.share, kind.staff_share, kind.risk, kind.low, kind.high)]
    [41.0, 7.0, 5.9, 4.6, 7.3]
    """
    counted(matters, all_matters, staff or 0, all_staff or 0)
    if matters > all_matters or (staff or 0) > (all_staff or 0):
        raise ValueError("a kind is a part of the whole")
    share = 100 * matters / all_matters if all_matters else None
    part = staff / all_staff if staff is not None and all_staff else None
    if not part or share is None:
        return Kind(name=name, matters=matters, share=share, staff_share=None if part is None else 100 * part, url=url)
    low, high = wilson(matters, all_matters)
    return Kind(
        name=name,
        matters=matters,
        share=share,
        staff_share=100 * part,
        risk=share / 100 / part,
        low=low / part,
        high=high / part,
        url=url,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternWords:
    kind: str
    matters: str
    share: str
    staff_share: str
    risk: str
    low: str
    high: str
    equal: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Kinds of one family: acts, channels, stages or positions."""

    name: str
    title: str
    kinds: Sequence[Kind]
    words: PatternWords
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        for kind in self.kinds:
            counted(kind.matters)
            checked(kind.share, kind.staff_share, kind.risk)
            interval(kind.low, kind.high)
            if any((part or 0) < 0 for part in (kind.share, kind.staff_share, kind.risk, kind.low)):
                raise ValueError("a share and a risk are never below zero")


def draw_patterns(patterns: Patterns) -> Chart:
    table = _table(patterns)
    if not any(kind.matters for kind in patterns.kinds):
        return empty(patterns.name, patterns.title, patterns.words.nothing, table)
    canvas = Canvas(patterns.name)
    entries = [("full", patterns.words.share)]
    if any(kind.staff_share is not None for kind in patterns.kinds):
        entries.append(("slant", patterns.words.staff_share))
    y = key(canvas, PAD, entries)
    if any(kind.risk is not None for kind in patterns.kinds):
        y = small(canvas, y - 6, patterns.words.equal) + 8
    bars = Scale(0, max([100.0, *(max(k.share or 0, k.staff_share or 0) for k in patterns.kinds)]), PAD, PAD + INNER)
    reach = _reach(patterns)
    told = []
    for kind in patterns.kinds:
        y = _kind(canvas, y, patterns, kind, (bars, Scale(-reach, reach, PAD, PAD + INNER)))
        told.append(f"{kind.name} {_said(patterns, kind)}")
    svg = canvas.svg(y, patterns.title, described(told))
    return Chart(name=patterns.name, title=patterns.title, svg=svg, table=table)


def _reach(patterns: Patterns) -> float:
    """How far the axis of risks goes to both sides of 1, as a logarithm."""
    known = [x for kind in patterns.kinds for x in (kind.risk, kind.low, kind.high) if x]
    return max([log(2.0), *(min(abs(log(x)), log(_FARTHEST)) for x in known)])


def _said(patterns: Patterns, kind: Kind) -> str:
    """*41,0 % : 7,0 %*, the share of matters before that of staff."""
    share = f"{patterns.marks.say(kind.share, 1)} %"
    return share if kind.staff_share is None else f"{share} : {patterns.marks.say(kind.staff_share, 1)} %"


def _kind(canvas: Canvas, y: int, patterns: Patterns, kind: Kind, scales: tuple[Scale, Scale]) -> int:
    bars, risks = scales
    y = headed(canvas, y, kind.name, _said(patterns, kind)) + 2
    for pattern, share in (("full", kind.share), ("slant", kind.staff_share)):
        if share is not None:
            if share:
                canvas.filled(PAD, y, max(1, bars.at(share) - PAD), _BAR, pattern)
            y += _BAR + 2
    if kind.risk is not None:
        y = small(canvas, y, _risk_said(patterns, kind)) + 2
        _risk(canvas, y, kind, risks)
        y += _BAR + 2
    return y + _GAP


def _risk_said(patterns: Patterns, kind: Kind) -> str:
    """*Risiko relatif 5,9 (4,6–7,3)*."""
    said = f"{patterns.words.risk} {patterns.marks.say(kind.risk, 1)}"
    return f"{said} ({patterns.marks.span(kind.low, kind.high, 1)})" if kind.low is not None else said


def _risk(canvas: Canvas, y: int, kind: Kind, scale: Scale) -> None:
    """The interval as a line with ends, the risk as a mark; the short line in the middle is 1, alike."""
    middle = y + _BAR // 2
    canvas.line(scale.start, middle, scale.end, middle, "c-line")
    canvas.line(scale.at(0), y, scale.at(0), y + _BAR, "c-edge")
    if kind.low is not None and kind.high is not None:
        left, right = scale.at(_log(kind.low)), scale.at(_log(kind.high))
        canvas.line(left, middle, right, middle, "c-whisker")
        for end in (left, right):
            canvas.line(end, middle - 4, end, middle + 4, "c-whisker")
    canvas.circle(scale.at(_log(kind.risk or 0.0)), middle, 5, "c-mark")


def _log(risk: float) -> float:
    """A risk of zero lies beyond the left end of any axis."""
    return log(risk) if risk > 0 else -_FARTHEST


def _table(patterns: Patterns) -> Table:
    words = patterns.words
    heads = (words.share, words.staff_share, words.risk, words.low, words.high)
    return Table(
        columns=(
            Column(text=words.kind),
            Column(text=words.matters, places=0),
            *(Column(text=text, places=1) for text in heads),
        ),
        rows=tuple(
            Row(
                cells=(kind.name, kind.matters, kind.share, kind.staff_share, kind.risk, kind.low, kind.high),
                url=kind.url,
            )
            for kind in patterns.kinds
        ),
        marks=patterns.marks,
    )
