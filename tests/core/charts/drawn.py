"""A drawing taken apart again: its texts and shapes with the room they take, and the faults it could have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from lxml import etree

from sinetra.core.charts.chart import Chart
from sinetra.core.charts.labels import Box
from sinetra.core.charts.svg import PATTERNS, WIDTH
from sinetra.core.charts.text import BOLD, SIZE, SMALL, width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Piece:
    tag: str
    css: str
    text: str
    box: Box


def tree_of(chart: Chart) -> Any:
    return etree.fromstring(chart.svg.encode())


def pieces(chart: Chart) -> list[Piece]:
    """In the order of the drawing, without what only defines patterns."""
    return [
        Piece(item.tag.removeprefix(SVG), item.get("class", ""), item.text or "", _box(item))
        for item in tree_of(chart)
        if item.tag not in {f"{SVG}title", f"{SVG}desc", f"{SVG}defs"}
    ]


def texts(chart: Chart) -> list[str]:
    return [piece.text for piece in pieces(chart) if piece.tag == "text"]


def shapes(chart: Chart, tag: str, css: str) -> list[Box]:
    return [piece.box for piece in pieces(chart) if (piece.tag, piece.css) == (tag, css)]


def filled(chart: Chart, pattern: str) -> list[Box]:
    """Areas of a pattern, those of the key included."""
    ground, _drawn, path = PATTERNS[pattern]
    if not path:
        return [_box(item) for item in tree_of(chart) if item.get("class") == ground]
    return [_box(item) for item in tree_of(chart) if item.get("fill") == f"url(#{chart.name}_{pattern})"]


def _box(item: Any) -> Box:
    def at(*names: str) -> list[int]:
        return [int(item.get(name)) for name in names]

    match item.tag.removeprefix(SVG):
        case "rect":
            x, y, wide, high = at("x", "y", "width", "height")
            return Box(x, y, x + wide, y + high)
        case "line":
            x1, y1, x2, y2 = at("x1", "y1", "x2", "y2")
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case "circle":
            x, y, radius = at("cx", "cy", "r")
            return Box(x - radius, y - radius, x + radius, y + radius)
        case "polyline" | "polygon":
            xs, ys = zip(
                *((int(x), int(y)) for x, y in (p.split(",") for p in item.get("points").split())), strict=True
            )
            return Box(min(xs), min(ys), max(xs), max(ys))
        case "text":
            x, y = at("x", "y")
            size = SMALL if item.get("class") in {"c-small", "c-label"} else SIZE
            wide = ceil(width(item.text, size) * (BOLD if item.get("class") == "c-strong" else 1))
            left = x - wide if item.get("text-anchor") == "end" else x
            return Box(left, y - 10, left + wide, y + 3)
        case other:
            raise AssertionError(other)


def faults(chart: Chart) -> list[str]:
    """What leaves the drawing or covers another text."""
    return [*_outside(chart), *_covered(chart)]


def _outside(chart: Chart) -> Iterator[str]:
    left, top, wide, high = (int(part) for part in tree_of(chart).get("viewBox").split())
    assert (left, top, wide) == (0, 0, WIDTH)
    for piece in pieces(chart):
        if not Box(0, 0, WIDTH, high).holds(piece.box):
            yield f"outside: {piece}"
        if piece.box.right < piece.box.left or piece.box.bottom < piece.box.top:
            yield f"turned inside out: {piece}"


def _covered(chart: Chart) -> Iterator[str]:
    said = [piece for piece in pieces(chart) if piece.tag == "text"]
    for index, piece in enumerate(said):
        for other in said[:index]:
            if piece.box.meets(other.box):
                yield f"covered: {other.text!r} by {piece.text!r}"
