"""A map as PNG, for a message or a page that takes no SVG: the same drawing, set with the fonts of this folder."""

from __future__ import annotations

from sinetra.core.documents.setting import as_json, set_png

DOTS_PER_INCH = 120


def map_png(svg: str) -> bytes:
    """``svg``: by ``core.maps.sheet.draw``. The same drawing gives the same bytes."""
    return set_png("map_picture.typ", as_json({"svg": svg}), DOTS_PER_INCH)
