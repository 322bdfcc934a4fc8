"""From degrees to the whole numbers of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from sinetra.core.maps.topology import Box

INDONESIA = Box(west=94.8, south=-11.2, east=141.2, north=6.2)
# Wide enough that a whole number is less than a dot of a wide screen.
WIDTH = 1600
# A tall region is not drawn taller than this share of the width: its map still fits beside its table.
TALLEST = 0.9
MARGIN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A picture of ``width`` × ``height``. ``scale``: units to a degree, east and south; ``left`` and ``top``: units
    that stay free before the most western and northern point."""

    box: Box
    width: int
    height: int
    scale: tuple[float, float]
    left: float
    top: float

    def place(self, position: tuple[float, float]) -> tuple[int, int]:
        """Plate carrée with the scale of the middle latitude; held inside the picture."""
        x = round((position[0] - self.box.west) * self.scale[0] + self.left)
        y = round((self.box.north - position[1]) * self.scale[1] + self.top)
        return min(max(x, 0), self.width), min(max(y, 0), self.height)


def frame_of(box: Box, *, width: int = WIDTH, tallest: float = TALLEST, margin: int = MARGIN) -> Frame:
    """The frame in which ``box`` is as large as it can be.

    >>> frame = frame_of(INDONESIA, margin=0)
    >>> frame.height, frame.place((94.8, 6.2)), frame.place((141.2, -11.2))
    (601, (0, 0), (1600, 601))
    """
    narrow = cos(radians((box.north + box.south) / 2))
    wide = max((box.east - box.west) * narrow, 1e-6)
    high = max(box.north - box.south, 1e-6)
    room = width - 2 * margin
    unit = min(room / wide, (width * tallest - 2 * margin) / high)
    height = round(high * unit) + 2 * margin
    return Frame(
        box=box,
        width=width,
        height=height,
        scale=(unit * narrow, unit),
        left=(width - wide * unit) / 2,
        top=margin,
    )
