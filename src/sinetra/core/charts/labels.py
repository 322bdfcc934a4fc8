"""Places for labels beside points: none covers another label or a point, none leaves the plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sinetra.core.charts.text import SMALL, fit, width

#: A label is no wider than the first of these, or the second where that finds no place; the table has the whole name.
WIDEST = (190, 112)
MOST = 120
_UP, _DOWN, _BAND = 11, 4, 16


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """
        >>> Box(0, 0, 4, 4).meets(Box(3, 3, 9, 9)), Box(0, 0, 4, 4).meets(Box(4, 0, 9, 9))
        (True, False)
        """
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """``x``, ``y``: left end of the base line; ``index`` of the point."""

    index: int
    text: str
    x: int
    y: int


def label_box(x: int, y: int, text: str) -> Box:
    return Box(x, y - _UP, x + width(text, SMALL), y + _DOWN)


class _Taken:
    """Boxes by the bands of height they cross, so that hundreds of points are looked through quickly."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._bands: dict[int, list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for band in self._of(box):
            self._bands.setdefault(band, []).append(box)

    def meets(self, box: Box) -> bool:
        return any(box.meets(other) for band in self._of(box) for other in self._bands.get(band, ()))

    def _of(self, box: Box) -> range:
        return range(box.top // _BAND, box.bottom // _BAND + 1)


def place(
    points: Sequence[tuple[int, int, str]], plot: Box, *, radius: int, short: Mapping[int, str] | None = None
) -> tuple[Label, ...]:
    """Labels for ``(x, y, name)``, the first ones first: who finds no free place stays without (the table names all).

    ``radius`` of the points, in units of the drawing. An empty name asks for no label; after ``MOST`` names no more
    are tried, for a plot has no room for more. ``short``: by index, what stands in the place of a name that finds none.
    """
    taken = _Taken(Box(x - radius, y - radius, x + radius, y + radius) for x, y, _ in points)
    found: list[Label] = []
    for index, (x, y, name) in enumerate(points[:MOST]):
        texts = [text for text in dict.fromkeys(fit(name, room, SMALL) for room in WIDEST) if _tells(text, points)]
        texts += [short[index]] if short and index in short else []
        label = next((label for text in texts for label in _free(index, text, (x, y), plot, taken, radius)), None)
        if label is not None:
            found.append(label)
            taken.add(label_box(label.x, label.y, label.text))
    return tuple(found)


def _tells(text: str, points: Sequence[tuple[int, int, str]]) -> bool:
    """A name that was cut must still be that of one point only."""
    head = text.removesuffix("…")
    return bool(head) and (head == text or sum(name.startswith(head) for _x, _y, name in points) == 1)


def _free(index: int, text: str, spot: tuple[int, int], plot: Box, taken: _Taken, radius: int) -> Iterator[Label]:
    for left, base in _spots(*spot, width(text, SMALL), radius):
        box = label_box(left, base, text)
        if plot.holds(box) and not taken.meets(box):
            yield Label(index, text, left, base)


def _spots(x: int, y: int, wide: int, radius: int) -> tuple[tuple[int, int], ...]:
    """Left ends of the base line, the best first: right, left, above, below, then the corners."""
    right, left, middle = x + radius + 3, x - radius - 3 - wide, x - wide // 2
    above, level, below = y - radius - _DOWN - 1, y + 4, y + radius + _UP + 1
    return (
        (right, level),
        (left, level),
        (middle, above),
        (middle, below),
        (right, above),
        (right, below),
        (left, above),
        (left, below),
    )
