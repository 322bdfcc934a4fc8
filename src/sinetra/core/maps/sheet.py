"""A map to take away: one SVG with title, legend, date, source and note, complete in itself and fit to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from sinetra.core.charts.text import plain
from sinetra.core.maps.frame import Frame
from sinetra.core.maps.shade import pattern_defs
from sinetra.core.maps.shapes import Shape

INK, EDGE, GROUND = "#211d18", "#80766a", "#fff"
# The font of our own letters first: a picture made here looks the same everywhere.
FONT = "Inter, system-ui, Noto Sans, Liberation Sans, Arial, sans-serif"
PAD = 60
CHOSEN = f' stroke="{INK}" stroke-width="6"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """``pattern``: of ``shade.PATTERNS``, or ``none``. ``number``: in the table, and on the map if
    ``numbered``; ``said``: name and zone in words."""

    shape: Shape
    pattern: str
    number: int
    said: str
    chosen: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    pattern: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """``below``: legend's own words, date, source, note; each wrapped."""

    language: str
    title: str
    lead: str
    frame: Frame
    regions: Sequence[Painted]
    keys: Sequence[Key]
    below: Sequence[str]


def fill(pattern: str, prefix: str = "p-") -> str:
    return GROUND if pattern == "none" else f"url(#{prefix}{pattern})"


def _told(text: str) -> str:
    """A list of regions may hold signs that no XML holds."""
    return escape(plain(text))


def draw(sheet: Sheet) -> str:
    """SVG 1.1. The same sheet gives the same text."""
    top, titles = _titles(sheet)
    keys, key_height = _keys(sheet, top + sheet.frame.height + 50)
    notes, bottom = _lines(sheet.below, top + sheet.frame.height + 50 + key_height, size=24, most=120)
    width, height = sheet.frame.width + 2 * PAD, bottom + PAD // 2
    used = dict.fromkeys([*(region.pattern for region in sheet.regions), *(key.pattern for key in sheet.keys)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'xml:lang="{sheet.language}" role="img" font-family="{FONT}" fill="{INK}">'
        f"<title>{_told(sheet.title)}</title><desc>{_told(sheet.lead)}</desc>"
        f"<defs>{pattern_defs(used)}</defs>"
        f'<path fill="{GROUND}" d="M0 0h{width}v{height}H0z"/>{titles}'
        f'<g transform="translate({PAD} {top})">{_regions(sheet)}</g>{keys}{notes}</svg>'
    )


def _titles(sheet: Sheet) -> tuple[int, str]:
    title, y = _lines([sheet.title], PAD + 30, size=44, most=66, weight=700)
    lead, y = _lines([sheet.lead], y, size=26, most=110)
    return y, title + lead


def _regions(sheet: Sheet) -> str:
    areas = "".join(
        f'<path d="{region.shape.path}" fill="{fill(region.pattern)}"'
        f"{CHOSEN if region.chosen else ''}>"
        f"<title>{_told(region.said)}</title></path>"
        for region in sheet.regions
    )
    numbers = "".join(
        f'<text x="{region.shape.middle[0]}" y="{region.shape.middle[1]}">{region.number}</text>'
        for region in sheet.regions
        if region.numbered
    )
    return (
        f'<g fill-rule="evenodd" stroke="{EDGE}" stroke-width="1" stroke-linejoin="round">{areas}</g>'
        f'<g font-size="24" font-weight="600" text-anchor="middle" dominant-baseline="central" stroke="{GROUND}" '
        f'stroke-width="6" stroke-linejoin="round" paint-order="stroke" aria-hidden="true">{numbers}</g>'
    )


def _keys(sheet: Sheet, y: int) -> tuple[str, int]:
    """In two columns."""
    lines = []
    for place, key in enumerate(sheet.keys):
        left, line = PAD + (place % 2) * sheet.frame.width // 2, y + place // 2 * 52
        lines.append(
            f'<path d="M{left} {line}h64v36h-64z" fill="{fill(key.pattern)}" stroke="{INK}" stroke-width="2"/>'
            f'<text x="{left + 80}" y="{line + 27}" font-size="26">{_told(key.word)}</text>'
        )
    return "".join(lines), (len(sheet.keys) + 1) // 2 * 52 + 24


def _lines(texts: Sequence[str], y: int, *, size: int, most: int, weight: int = 400) -> tuple[str, int]:
    """``most``: letters in a line. Gives the text and where the next may begin."""
    found = []
    for text in texts:
        for line in wrap(plain(text), most):
            found.append(f'<text x="{PAD}" y="{y}" font-size="{size}" font-weight="{weight}">{_told(line)}</text>')
            y += round(size * 1.4)
        y += round(size * 0.3)
    return "".join(found), y
