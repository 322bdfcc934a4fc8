"""What each class of a drawing looks like: the light tokens of static/sinetra/sinetra.css as SVG attributes.

``static/sinetra/charts.css`` says the same with tokens; a test holds the two together.
"""

from __future__ import annotations

_INK, _MUTED, _LINE, _EDGE = "#211d18", "#524b42", "#ddd6c9", "#80766a"
_BRAND, _PALE, _SURFACE = "#0a5c5f", "#e4f0ee", "#fff"
_FONT = {"font-family": "Inter, Liberation Sans, Arial, sans-serif"}


def _text(size: int, fill: str, **more: str) -> dict[str, str]:
    return {"fill": fill, "font-size": str(size), **{key.replace("_", "-"): value for key, value in more.items()}}


PAINT: dict[str, dict[str, str]] = {
    "chart": _FONT,
    "c-text": _text(14, _INK),
    "c-strong": _text(14, _INK, font_weight="700"),
    "c-small": _text(13, _MUTED),
    "c-label": _text(13, _INK, stroke=_SURFACE, stroke_width="3", paint_order="stroke"),
    "c-line": {"stroke": _LINE},
    "c-edge": {"stroke": _EDGE, "stroke-width": "2"},
    "c-whisker": {"stroke": _INK, "stroke-width": "2"},
    "c-trend": {"fill": "none", "stroke": _BRAND, "stroke-width": "3", "stroke-linejoin": "round"},
    "c-move": {"stroke": _BRAND, "stroke-width": "3"},
    "c-mark": {"fill": _BRAND, "stroke": _SURFACE, "stroke-width": "1"},
    "c-open": {"fill": _SURFACE, "stroke": _BRAND, "stroke-width": "3"},
    "c-rim": {"stroke": _INK, "stroke-width": "1"},
    "c-whole": {"fill": _SURFACE, "stroke": _EDGE, "stroke-width": "1"},
    "c-full": {"fill": _BRAND, "stroke": _INK, "stroke-width": "1"},
    "c-mid": {"fill": "#7fb3b0"},
    "c-pale": {"fill": _PALE},
    "c-blank": {"fill": _SURFACE, "stroke": _INK, "stroke-width": "1"},
    "c-alarm": {"fill": "#f0a79f"},
    "c-faint": {"fill": _SURFACE},
    "c-range": {"fill": _PALE},
    "c-scratch": {"fill": "none", "stroke": _INK, "stroke-width": "1"},
    "c-hair": {"fill": "none", "stroke": _LINE, "stroke-width": "1"},
    "c-dot": {"fill": _INK},
}
