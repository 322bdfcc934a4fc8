"""What a participant can do now, as tiles of their page. Each thing answers for itself: a tile, or None."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sinetra.apps.prevention.models import Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """``url`` empty: nothing to open, only to know. ``done``: the participant has done it."""

    title: str
    text: str
    url: str = ""
    done: bool = False


#: In the order in which a session goes. ``(attendance, link as in the address) -> Tile``.
TILES: tuple[Callable[[Attendance, str], Tile | None], ...] = ()


def tiles(attendance: Attendance, link: str) -> list[Tile]:
    return [found for make in TILES if (found := make(attendance, link)) is not None]
