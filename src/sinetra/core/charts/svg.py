"""Markup of a drawing: every text escaped, every coordinate an integer, every colour a class.

Inside a page the classes get their colours from tokens (static/sinetra/charts.css), so that no inline style is
needed. Outside of it (a download, a typeset brief) ``alone`` writes the same colours as attributes.
"""

from __future__ import annotations

import re
from html import escape

from sinetra.core.charts.paint import PAINT
from sinetra.core.charts.text import BOLD, SIZE, SMALL, fit, plain

WIDTH = 320
_SMALL = frozenset({"c-small", "c-label"})
_NAME = re.compile(r"[a-z][a-z0-9-]{0,60}")
_CLASS = re.compile(r'class="([a-z0-9-]+)"')


class Markup(str):
    """Markup whose texts are escaped: templates print it as it is (the ``__html__`` protocol)."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def element(tag: str, inside: str = "", /, **attributes: str | int) -> str:
    """``inside`` is markup; a trailing or inner underscore of an attribute's name becomes a hyphen (``class_``).

    >>> element("circle", cx=3, class_="c-mark")
    '<circle cx="3" class="c-mark"/>'
    """
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(str(v))}"' for key, v in attributes.items())
    return f"<{tag}{said}>{inside}</{tag}>" if inside else f"<{tag}{said}/>"


def _ident(name: str, part: str) -> str:
    """The mark between them is in no name of a chart: ``pola`` and ``pola-title`` may stand on one page."""
    return f"{name}_{part}"


class Canvas:
    """A drawing as it grows, ``WIDTH`` units wide and as high as it turns out. ``name`` begins each id in it."""

    def __init__(self, name: str) -> None:
        if not _NAME.fullmatch(name):
            raise ValueError(f"the name of a chart is small letters, digits and hyphens, not {name!r}")
        self.name = name
        self._parts: list[str] = []
        self._patterns: dict[str, None] = {}

    def rect(self, x: int, y: int, width: int, height: int, css: str) -> None:
        self._parts.append(element("rect", x=x, y=y, width=width, height=height, class_=css))

    def filled(self, x: int, y: int, width: int, height: int, pattern: str) -> None:
        """An area told apart by a pattern of ``PATTERNS``, not by colour alone."""
        self._filled("rect", pattern, x=x, y=y, width=width, height=height)

    def area(self, points: list[tuple[int, int]], pattern: str) -> None:
        self._filled("polygon", pattern, points=" ".join(f"{x},{y}" for x, y in points))

    def _filled(self, tag: str, pattern: str, **shape: str | int) -> None:
        """The ground below what is drawn on it: a ground inside the pattern shows seams between its tiles."""
        ground, _drawn, path = PATTERNS[pattern]
        self._parts.append(element(tag, class_=ground, **shape))
        if path:
            self._patterns[pattern] = None
            self._parts.append(element(tag, fill=f"url(#{_ident(self.name, pattern)})", class_="c-rim", **shape))

    def line(self, x1: int, y1: int, x2: int, y2: int, css: str) -> None:
        self._parts.append(element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=css))

    def path(self, points: list[tuple[int, int]], css: str) -> None:
        self._parts.append(element("polyline", points=" ".join(f"{x},{y}" for x, y in points), class_=css))

    def circle(self, x: int, y: int, radius: int, css: str) -> None:
        self._parts.append(element("circle", cx=x, cy=y, r=radius, class_=css))

    def text(self, x: int, y: int, text: str, css: str = "c-text", *, room: int, end: bool = False) -> None:
        """``y`` is the base line; ``end``: the text ends at ``x``. What is wider than ``room`` ends in an ellipsis."""
        free = int(room / BOLD + 1e-9) if css == "c-strong" else room
        words = escape(fit(plain(text), free, SMALL if css in _SMALL else SIZE))
        if not words:
            return
        anchor: dict[str, str | int] = {"text_anchor": "end"} if end else {}
        self._parts.append(element("text", words, x=x, y=y, class_=css, **anchor))

    def svg(self, height: int, title: str, description: str) -> Markup:
        named = _ident(self.name, "title")
        told = _ident(self.name, "desc")
        body = element("title", escape(plain(title)) or " ", id=named)
        body += element("desc", escape(plain(description)) or " ", id=told)
        if self._patterns:
            body += element("defs", "".join(_pattern(self.name, pattern) for pattern in self._patterns))
        return Markup(
            element(
                "svg",
                body + "".join(self._parts),
                xmlns="http://www.w3.org/2000/svg",
                class_="chart",
                viewBox=f"0 0 {WIDTH} {height}",
                role="img",
                aria_labelledby=named,
                aria_describedby=told,
            )
        )


#: Shapes that stay apart in black and white: class of the ground, class and path of what is drawn on it.
PATTERNS = {
    "full": ("c-full", "", ""),
    "slant": ("c-mid", "c-scratch", "M-2,10L10,-2M-2,2L2,-2M6,10L10,6"),
    "dots": ("c-pale", "c-dot", "M1,1h2v2h-2zM5,5h2v2h-2z"),
    "blank": ("c-blank", "", ""),
    "alarm": ("c-alarm", "c-scratch", "M0,0L8,8M0,8L8,0"),
    "faint": ("c-faint", "c-hair", "M-2,10L10,-2M-2,2L2,-2M6,10L10,6"),
    "range": ("c-range", "c-hair", "M0,2h8M0,6h8"),
}


def _pattern(name: str, pattern: str) -> str:
    _ground, drawn, path = PATTERNS[pattern]
    inside = element("path", d=path, class_=drawn)
    return element("pattern", inside, id=_ident(name, pattern), patternUnits="userSpaceOnUse", width=8, height=8)


def alone(svg: str) -> str:
    """The drawing as a file of its own: colours as attributes, ground white, no class left."""
    return _CLASS.sub(lambda match: " ".join(f'{k}="{v}"' for k, v in PAINT[match[1]].items()), svg)
