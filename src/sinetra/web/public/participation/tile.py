"""One thing that a participant can do or has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """``url`` empty: nothing to open, only to know. ``done``: the participant has done it."""

    title: str
    text: str
    url: str = ""
    done: bool = False
