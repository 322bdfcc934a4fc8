"""What a participant can do now, as tiles of their page. Each thing answers for itself: a tile, or None."""

from __future__ import annotations

from collections.abc import Callable

from sinetra.apps.prevention.models import Attendance
from sinetra.web.public.participation import certificate_tile, pledge_tile
from sinetra.web.public.participation.knowledge_tile import knowledge_tile
from sinetra.web.public.participation.tile import Tile

#: In the order in which a session goes. ``(attendance, link as in the address) -> Tile``.
TILES: tuple[Callable[[Attendance, str], Tile | None], ...] = (
    knowledge_tile,
    pledge_tile.tile,
    certificate_tile.tile,
)


def tiles(attendance: Attendance, link: str) -> list[Tile]:
    return [found for make in TILES if (found := make(attendance, link)) is not None]
