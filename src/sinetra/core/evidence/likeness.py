"""How alike two pictures are: re-encoded, resized, cropped, or seen inside a screenshot. No face is looked for.

A picture is laid out on a square grid of grey. Its *whole*, and every large patch that stands out of a plain ground (a
photo within a screenshot), gives a hash of 128 bits: is each cell brighter than its neighbour, across and down. So do
1,600 *windows* of it. Two pictures are as far apart as the nearest pair of a whole or patch of the one and a whole,
patch or window of the other, in bits that differ. ``bench/likeness`` measures the threshold.

The hash says which picture it is only to who has the picture; it tells no person, place or text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL import Image

    Grey = npt.NDArray[np.float64]
    Hashes = npt.NDArray[np.uint64]

#: Bits of 128 that may differ between pictures that a person should compare.
NEAR = 20
#: Of one hash; a fingerprint is at most this many of them.
HASH_OCTETS = 16
MOST_OCTETS = (3 + 1600) * HASH_OCTETS
_SIDE, _CELLS = 256, 8
_SCALES, _STEP = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4), 0.07
_PATCHES, _LEAST_PATCH, _GROUND = 2, 0.08, 12


def fingerprint(content: bytes) -> bytes:
    """Of a cleaned picture. First octet: how many hashes are of the whole and its patches; they stand first.

    Empty for a plain surface: whatever is one colour is like everything that is.
    """
    from PIL import Image

    with Image.open(BytesIO(content)) as opened:
        grey = opened.convert("L")
    if _is_plain(grey):
        return b""
    parts = (grey, *(patch for patch in _patches(grey) if not _is_plain(patch)))
    strong = [_hashes(_summed(part), ((0.0, 1.0),)) for part in parts]
    windows = _hashes(_summed(grey), _windows())
    return bytes((len(strong),)) + b"".join(found.tobytes() for found in (*strong, windows))


def distance(one: bytes, other: bytes) -> int:
    """0 (the same) to 128. Two pictures of nothing are 128 apart.

    Errors: ``ValueError`` when one of them is no fingerprint.
    """
    if not (one and other):
        return 128
    strong, all_of_one = _parts(one)
    strong_other, all_of_other = _parts(other)
    return min(_nearest(strong, all_of_other), _nearest(strong_other, all_of_one))


def _parts(kept: bytes) -> tuple[Hashes, Hashes]:
    import numpy as np

    if len(kept) % HASH_OCTETS != 1 or len(kept) > MOST_OCTETS + 1:
        raise ValueError("no fingerprint")
    hashes = np.frombuffer(kept, dtype="<u8", offset=1).reshape(-1, HASH_OCTETS // 8)
    return hashes[: kept[0]], hashes


def _nearest(few: Hashes, many: Hashes) -> int:
    import numpy as np

    return int(np.bitwise_count(few[:, None] ^ many[None]).sum(axis=-1, dtype=np.int64).min())


@lru_cache(maxsize=1)
def _windows() -> tuple[tuple[float, float], ...]:
    """Begin and length along one side; every pair of them is a window."""
    return tuple(window for scale in _SCALES for window in _shifted(scale))


def _shifted(scale: float) -> Iterator[tuple[float, float]]:
    steps = -int(-(1 - scale) / _STEP // 1) if scale < 1 else 0
    for step in range(steps + 1):
        yield ((1 - scale) * step / steps if steps else 0.0, scale)


def _summed(picture: Image.Image) -> Grey:
    """Sums over everything above and to the left, one row and column of zeros before."""
    import numpy as np
    from PIL import Image

    small = picture.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    grid = np.asarray(small, dtype=np.float64)
    return np.pad(grid.cumsum(0).cumsum(1), ((1, 0), (1, 0)))


def _hashes(summed: Grey, axis: tuple[tuple[float, float], ...]) -> Hashes:
    """One row of two words for each pair of ``axis``."""
    import numpy as np

    across = _cells(summed, axis, _CELLS, _CELLS + 1)
    down = _cells(summed, axis, _CELLS + 1, _CELLS)
    bits = (np.diff(across, axis=3) > 0, np.diff(down, axis=1) > 0)
    flat = [part.transpose(0, 2, 1, 3).reshape(-1, _CELLS * _CELLS) for part in bits]
    return np.packbits(np.concatenate(flat, axis=1), axis=1).view("<u8")


def _cells(summed: Grey, axis: tuple[tuple[float, float], ...], rows: int, columns: int) -> Grey:
    """Sums of the cells of every window: by window down, row, window across, column."""
    import numpy as np

    down, across = _between(summed, _edges(axis, rows)), _edges(axis, columns)
    both = _between(down.T, across).T.reshape(len(axis), rows + 1, len(axis), columns + 1)
    found: Grey = np.diff(np.diff(both, axis=1), axis=3)
    return found


def _edges(axis: tuple[tuple[float, float], ...], cells: int) -> Grey:
    import numpy as np

    return np.array([begin + length * cell / cells for begin, length in axis for cell in range(cells + 1)]) * _SIDE


def _between(summed: Grey, places: Grey) -> Grey:
    """Rows of ``summed`` at ``places``, which lie between whole ones."""
    import numpy as np

    whole = np.clip(places.astype(int), 0, _SIDE - 1)
    rest = (places - whole)[:, None]
    found: Grey = summed[whole] * (1 - rest) + summed[whole + 1] * rest
    return found


def _is_plain(picture: Image.Image) -> bool:
    import numpy as np

    return float(np.asarray(picture.resize((32, 32)), dtype=np.float64).std()) < 2


def _patches(picture: Image.Image) -> list[Image.Image]:
    """The largest things on a plain ground, each by itself; none where the ground is not plain."""
    from sinetra.core.evidence.patches import patches

    width, height = picture.size
    return [
        picture.crop((int(box[0] * width), int(box[1] * height), int(box[2] * width), int(box[3] * height)))
        for box in patches(picture, most=_PATCHES, least=_LEAST_PATCH, ground=_GROUND)
    ]
