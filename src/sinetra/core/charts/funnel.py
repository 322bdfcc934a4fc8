"""Funnel with ageing: how many came as far as each stage, and how long those have waited that still stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.layout import INNER, PAD, described, empty, headed, key, small
from sinetra.core.charts.numbers import INDONESIAN, Marks, counted
from sinetra.core.charts.scale import Scale
from sinetra.core.charts.svg import Canvas

_BAR, _GAP = 20, 14
#: From short to long waiting.
_BANDS = ("blank", "dots", "slant", "alarm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """``reached``: matters that came this far or farther. ``waiting``: those that stand here now, by band of age, as
    many as the funnel has bands. ``url``: the list of those that stand here."""

    name: str
    reached: int
    waiting: Sequence[int] = ()
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelWords:
    """``waiting`` has ``%(count)s``; the others are heads of columns, or said where there is nothing."""

    stage: str
    reached: str
    share: str
    stands: str
    waiting: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """``bands``: up to four ages from short to long, in words (*0–7 hari*)."""

    name: str
    title: str
    stages: Sequence[Stage]
    bands: Sequence[str]
    words: FunnelWords
    marks: Marks = INDONESIAN

    def __post_init__(self) -> None:
        if len(self.bands) > len(_BANDS):
            raise ValueError(f"a funnel tells {len(_BANDS)} ages apart at most")
        for stage in self.stages:
            counted(stage.reached, *stage.waiting)
            if len(stage.waiting) != len(self.bands):
                raise ValueError("each stage has a number for each band of age")


def draw_funnel(funnel: Funnel) -> Chart:
    table = _table(funnel)
    if not any(stage.reached or sum(stage.waiting) for stage in funnel.stages):
        return empty(funnel.name, funnel.title, funnel.words.nothing, table)
    canvas = Canvas(funnel.name)
    y = key(canvas, PAD, zip(_BANDS, funnel.bands, strict=False)) if funnel.bands else PAD
    most = max(max(stage.reached, sum(stage.waiting)) for stage in funnel.stages)
    told = []
    for stage, texts in zip(funnel.stages, table.texts, strict=True):
        y = _stage(canvas, y, funnel, stage, Scale(0, most, PAD, PAD + INNER))
        told.append(f"{stage.name} {texts[1]}")
    svg = canvas.svg(y + PAD, funnel.title, described(told))
    return Chart(name=funnel.name, title=funnel.title, svg=svg, table=table)


def _share(funnel: Funnel, stage: Stage) -> float | None:
    """Percent of the first stage."""
    first = funnel.stages[0].reached
    return 100 * stage.reached / first if first else None


def _stage(canvas: Canvas, y: int, funnel: Funnel, stage: Stage, scale: Scale) -> int:
    share = _share(funnel, stage)
    part = f" · {funnel.marks.say(share)} %" if share is not None and stage is not funnel.stages[0] else ""
    y = headed(canvas, y, stage.name, funnel.marks.say(stage.reached) + part) + 4
    if stage.reached:
        canvas.rect(PAD, y, max(1, scale.at(stage.reached) - PAD), _BAR, "c-whole")
    before = 0
    for pattern, count in zip(_BANDS, stage.waiting, strict=False):
        left, right = scale.at(before), scale.at(before + count)
        before += count
        if count:
            canvas.filled(left, y, max(1, right - left), _BAR, pattern)
    y += _BAR + 2
    if sum(stage.waiting):
        y = small(canvas, y, _waiting(funnel, stage))
    return y + _GAP


def _waiting(funnel: Funnel, stage: Stage) -> str:
    """*34 menunggu: 20 (0–7 hari), 14 (di atas 7 hari)*."""
    head = funnel.words.waiting % {"count": funnel.marks.say(sum(stage.waiting))}
    bands = zip(funnel.bands, stage.waiting, strict=True)
    return f"{head}: " + ", ".join(f"{funnel.marks.say(count)} ({band})" for band, count in bands if count)


def _table(funnel: Funnel) -> Table:
    words = funnel.words
    heads = (
        Column(text=words.reached, places=0),
        Column(text=words.share, places=0),
        Column(text=words.stands, places=0),
    )
    return Table(
        columns=(Column(text=words.stage), *heads, *(Column(text=band, places=0) for band in funnel.bands)),
        rows=tuple(
            Row(
                cells=(stage.name, stage.reached, _share(funnel, stage), sum(stage.waiting), *stage.waiting),
                url=stage.url,
            )
            for stage in funnel.stages
        ),
        marks=funnel.marks,
    )
