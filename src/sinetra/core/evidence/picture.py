"""How many points a picture says that it has, without drawing any of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from PIL.Image import Image

# The largest camera of a phone makes 200 million points.
MOST_POINTS = 250_000_000
# A header is read, with what cameras write before the picture; behind it a hostile file may go on for ever.
_MOST_HEADER = 8 << 20


def check_points(reader: io.BufferedIOBase, media_type: str) -> None:
    """Errors: ``BadInput`` with code ``pixel_bomb``. A picture that cannot be read at all may still be evidence."""
    from PIL.GifImagePlugin import GifImageFile
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.TiffImagePlugin import TiffImageFile

    # Not by ``Image.open``: its limit is lower than the cameras of today. WebP ends at 268 million by its format.
    kinds: dict[str, Callable[[io.BytesIO], Image]] = {
        "image/jpeg": JpegImageFile,
        "image/png": PngImageFile,
        "image/gif": GifImageFile,
        "image/tiff": TiffImageFile,
    }
    kind = kinds.get(media_type)
    if kind is None:
        return
    reader.seek(0)
    try:
        with kind(io.BytesIO(reader.read(_MOST_HEADER))) as picture:
            width, height = picture.size
    except Exception:  # Pillow raises whatever it meets in hostile bytes.
        return
    if width * height > MOST_POINTS:
        raise _bomb()


def _bomb() -> BadInput:
    return BadInput(
        gettext_noop("Gambar ini menyatakan lebih dari %(accepted)s. Kirim gambar asli dari kamera atau foto layar."),
        field="file",
        accepted=(f"{MOST_POINTS // 1_000_000} megapixel",),
        code="pixel_bomb",
    )
