"""Before and after as two marks on one line a session: the picture beside the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

#: Units of the drawing: where 0 and 100 stand, and how high a line is.
WIDTH, LEFT, RIGHT, LINE, TOP = 360, 16, 344, 52, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Means in percent, and the interval of the mean after when the mean before is taken as it is."""

    label: str
    before: float
    after: float
    low: float
    high: float


def _x(score: float) -> int:
    return round(LEFT + (RIGHT - LEFT) * max(0.0, min(100.0, score)) / 100)


def gain_chart(bars: Sequence[Bar], *, title: str) -> SafeString:
    """An SVG of its own size, readable in print: an open mark before, a filled one after, the interval as a line."""
    height = TOP + LINE * len(bars)
    lines = format_html_join(
        "",
        '<line x1="{}" x2="{}" y1="20" y2="{}" stroke="currentColor" stroke-opacity=".25"/>'
        '<text x="{}" y="14" text-anchor="middle" font-size="12">{}</text>',
        ((_x(at), _x(at), height - 8, _x(at), at) for at in (0, 25, 50, 75, 100)),
    )
    marks = format_html_join("", "{}", ((_bar(bar, TOP + LINE * at + 30),) for at, bar in enumerate(bars)))
    return format_html(
        '<svg class="gain" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>',
        WIDTH,
        height,
        title,
        lines,
        marks,
    )


def _bar(bar: Bar, y: int) -> SafeString:
    first, last = _x(bar.before), _x(bar.after)
    return format_html(
        '<text x="{left}" y="{above}" font-size="13" stroke="#fff" stroke-width="4" paint-order="stroke">{label}</text>'
        '<line x1="{low}" x2="{high}" y1="{y}" y2="{y}" stroke="#0a5c5f" stroke-width="8" stroke-opacity=".25"/>'
        '<line x1="{first}" x2="{last}" y1="{y}" y2="{y}" stroke="#0a5c5f" stroke-width="2"/>'
        '<circle cx="{first}" cy="{y}" r="5" fill="#fff" stroke="#0a5c5f" stroke-width="3"/>'
        '<circle cx="{last}" cy="{y}" r="6" fill="#0a5c5f"/>',
        left=LEFT,
        above=y - 12,
        label=bar.label,
        low=_x(bar.low),
        high=_x(bar.high),
        first=first,
        last=last,
        y=y,
    )
