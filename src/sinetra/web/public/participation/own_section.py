"""A part of the page that a printed link opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    title: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``empty`` is what stands there while there is no line. ``id`` is for the heading."""

    id: str
    title: str
    lines: Sequence[Line]
    empty: str
