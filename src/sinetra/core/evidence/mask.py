"""Rectangles that a person lays over faces, telephone numbers, names of others. Nothing is left under them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.evidence.clean import Cleaned
from sinetra.core.evidence.clean_picture import points_of, saved

MOST_BOXES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """In hundredths of the picture's width and height, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        """Errors: ``BadInput`` outside the picture or without a surface.

        >>> Box(left=90, top=0, width=20, height=5)
        Traceback (most recent call last):
        ...
        sinetra.core.errors.BadInput: Kotak 90, 0, 20, 5 tidak seluruhnya di dalam gambar.
        """
        inside = 0 <= self.left <= 100 and 0 <= self.top <= 100
        if not (inside and 0 < self.width <= 100 - self.left and 0 < self.height <= 100 - self.top):
            raise BadInput(
                gettext_noop("Kotak %(box)s tidak seluruhnya di dalam gambar."),
                field="boxes",
                accepted=("0–100",),
                box=", ".join(f"{value:g}" for value in (self.left, self.top, self.width, self.height)),
            )

    def points(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Corners in points of the picture, both inside; rounded outwards: half a point of a name is a name.

        >>> Box(left=10, top=10, width=0.1, height=0.1).points(50, 50)
        (5, 5, 5, 5)
        """
        right, bottom = (self.left + self.width) * width / 100, (self.top + self.height) * height / 100
        return (
            min(width - 1, int(self.left * width / 100)),
            min(height - 1, int(self.top * height / 100)),
            min(width - 1, int(-(-right // 1)) - 1),
            min(height - 1, int(-(-bottom // 1)) - 1),
        )


def masked(content: bytes, media_type: str, boxes: Iterable[Box]) -> Cleaned:
    """The picture drawn anew with black rectangles. Errors: ``CannotClean``."""
    from PIL import ImageDraw

    with points_of(content, media_type) as picture:
        shown = picture.convert("RGBA" if picture.mode in {"RGBA", "LA", "PA"} else "RGB")
        draw = ImageDraw.Draw(shown)
        for box in boxes:
            draw.rectangle(box.points(*shown.size), fill="black")
        return saved(shown, sharp=media_type == "image/png")
