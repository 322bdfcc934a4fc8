"""A picture drawn anew: only its points are kept, turned as the camera meant, no place, camera, comment or thumbnail,
and nothing hidden behind the picture."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from sinetra.core.evidence.clean import CannotClean, Cleaned, Refusal
from sinetra.core.evidence.of_pictures import PICTURES

if TYPE_CHECKING:
    from PIL import Image

# The largest camera of a telephone makes 200 million points; a JPEG is decoded at a fraction of its size.
MOST_PIXELS = 210_000_000
MOST_DECODED = 50_000_000
LONGEST_SIDE = 3000
_QUALITY = 88
# Drawings and screenshots: letters stay sharp. A photograph in it would be many megabytes.
_SHARP = frozenset({"image/png", "image/gif"})
_MOST_SHARP = 6_000_000


def drawn_anew(content: bytes, media_type: str) -> Cleaned:
    """Errors: ``CannotClean`` (``BROKEN``, ``LARGE``)."""
    with points_of(content, media_type) as picture:
        return saved(picture, sharp=media_type in _SHARP)


@contextmanager
def points_of(content: bytes, media_type: str) -> Iterator[Image.Image]:
    """The first picture of the file, turned upright, at most ``LONGEST_SIDE`` long. Errors as ``drawn_anew``."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=(PICTURES[media_type],)) as picture:
                whole = picture.width * picture.height
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                if whole > MOST_PIXELS or picture.width * picture.height > MOST_DECODED:
                    raise CannotClean(Refusal.LARGE)
                picture.load()
                turned = ImageOps.exif_transpose(picture)
                turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    except CannotClean:
        raise
    except MemoryError as error:
        raise CannotClean(Refusal.LIMITS) from error
    except Image.DecompressionBombError as error:
        raise CannotClean(Refusal.LARGE) from error
    except Exception as error:  # Pillow raises whatever its decoders meet in hostile bytes
        raise CannotClean(Refusal.BROKEN) from error
    yield turned


def saved(picture: Image.Image, *, sharp: bool) -> Cleaned:
    """On a fresh canvas: Pillow carries a JPEG comment through when the picture itself is saved."""
    from PIL import Image

    out = BytesIO()
    clear = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    mode = "RGBA" if clear else "RGB"
    fresh = Image.new(mode, picture.size)
    fresh.paste(picture.convert(mode))
    if sharp or clear:
        fresh.save(out, "PNG", optimize=True)
        if clear or out.tell() <= _MOST_SHARP:
            return Cleaned(media_type="image/png", content=out.getvalue(), width=fresh.width, height=fresh.height)
        out = BytesIO()
    fresh.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Cleaned(media_type="image/jpeg", content=out.getvalue(), width=fresh.width, height=fresh.height)
