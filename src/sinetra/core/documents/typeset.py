"""A notice as PDF or PNG: the same notice always gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import Literal

from sinetra.core.documents.notice import Notice
from sinetra.core.documents.qr import printed_qr
from sinetra.core.documents.setting import as_json, set_pdf, set_png

TEMPLATE = "notice.typ"
# A card of 108 × 135 mm gives 1080 × 1350 points, the size in which a phone shows a picture in full.
_CARD_PPI = 254
# Two inks and paper with the steps between them at the edges of letters; fewer where a long text makes it heavy.
_COLOURS = (32, 16, 8)
MOST_OCTETS = 100_000


class Layout(StrEnum):
    POSTER = "poster"
    LEAFLET = "leaflet"
    CARD = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Width and height in millimetres, upright."""

    width: int
    height: int


PAPERS = {"a4": Paper(width=210, height=297), "f4": Paper(width=215, height=330)}
CARD = Paper(width=108, height=135)


def pdf(notice: Notice, layout: Layout, paper: Paper) -> bytes:
    """One poster, or a leaflet that lies across and is folded in the middle. Black and white."""
    return _set(_data(notice, layout, paper), "pdf")


def card(notice: Notice) -> bytes:
    """A PNG for a phone, in few colours: under 100 kB, so that it travels where a megabyte costs money."""
    return _few_colours(_set(_data(notice, Layout.CARD, CARD), "png"))


def _data(notice: Notice, layout: Layout, paper: Paper) -> str:
    sheet = {"layout": layout.value, "width": paper.width, "height": paper.height}
    return as_json({**notice.to_data(), "qr": printed_qr(notice.url), "sheet": sheet})


def _few_colours(picture: bytes) -> bytes:
    from PIL import Image

    small = b""
    with Image.open(BytesIO(picture)) as made:
        for colours in _COLOURS:
            out = BytesIO()
            few = made.convert("RGB").quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            few.save(out, "PNG", optimize=True)
            small = out.getvalue()
            if len(small) < MOST_OCTETS:
                break
    return small


@lru_cache(maxsize=64)
def _set(data: str, kind: Literal["pdf", "png"]) -> bytes:
    return set_pdf(TEMPLATE, data) if kind == "pdf" else set_png(TEMPLATE, data, _CARD_PPI)
