"""A notice as PDF or PNG, set by Typst with the fonts of this folder: the same notice always gives the same bytes.

The notice travels as JSON in ``sys_inputs``: no text of a notice is ever part of the program that sets it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from sinetra.core.documents.notice import Notice

HERE = Path(__file__).parent
TEMPLATE = HERE / "notice.typ"
# Typst wants a moment for the file's date; a fixed one keeps the bytes the same. The law date is in the text.
_MOMENT = 0
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
    return _set(_data(notice), qr(notice.url), layout, paper, "pdf")


def card(notice: Notice) -> bytes:
    """A PNG for a phone, in few colours: under 100 kB, so that it travels where a megabyte costs money."""
    return _few_colours(_set(_data(notice), qr(notice.url), Layout.CARD, CARD, "png"))


def qr(url: str) -> str:
    """The address as an SVG. Level M stands a photocopy."""
    import segno

    out = BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return out.getvalue().decode()


def _data(notice: Notice) -> str:
    return json.dumps(notice.to_data(), ensure_ascii=False, sort_keys=True)


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
def _set(data: str, code: str, layout: Layout, paper: Paper, kind: Literal["pdf", "png"]) -> bytes:
    import typst

    inputs = {
        "notice": data,
        "qr": code,
        "layout": layout.value,
        "width": str(paper.width),
        "height": str(paper.height),
    }
    made = typst.compile(
        TEMPLATE,
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        format=kind,
        ppi=_CARD_PPI if kind == "png" else None,
        sys_inputs=inputs,
        timestamp=_MOMENT,
        pdf_standards="ua-1" if kind == "pdf" else None,
    )
    if not isinstance(made, bytes):  # a list: one picture a page
        raise TypeError(f"{layout}: more than one page")
    return made
