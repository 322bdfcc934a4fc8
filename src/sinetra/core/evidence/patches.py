"""Large things on a plain ground: the photo inside a screenshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL import Image

    Bits = npt.NDArray[np.bool_]

#: Left, top, right, bottom as fractions.
Place = tuple[float, float, float, float]
_SIDE = 240
_LEAST_GROUND = 0.1


def patches(picture: Image.Image, *, most: int, least: float, ground: int) -> list[Place]:
    """At most ``most``, the largest first, each at least ``least`` of the whole. ``ground``: how far a grey may be from
    the commonest one and still be ground. None when less than a tenth is ground: then it is a photo, not a page.
    """
    import numpy as np
    from PIL import Image

    grey = np.asarray(picture.resize((_SIDE, _SIDE), Image.Resampling.BOX), dtype=np.int16)
    commonest = int(np.bincount(grey.ravel(), minlength=256).argmax())
    stands_out = np.abs(grey - commonest) > ground
    if 1 - stands_out.mean() < _LEAST_GROUND:
        return []
    found = [_trimmed(stands_out, box) for box in _components(stands_out)]
    found = [box for box in found if _area(box) >= least * _SIDE * _SIDE and _area(box) < 0.95 * _SIDE * _SIDE]
    found.sort(key=_area, reverse=True)
    return [(left / _SIDE, top / _SIDE, right / _SIDE, bottom / _SIDE) for left, top, right, bottom in found[:most]]


def _area(box: tuple[int, int, int, int]) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _components(bits: Bits) -> list[tuple[int, int, int, int]]:
    """Boxes around what hangs together over a side, from runs of each row."""
    parent: list[int] = []
    boxes: list[list[int]] = []
    above: list[tuple[int, int, int]] = []
    for row in range(len(bits)):
        runs = []
        for begin, end in _runs(bits[row]):
            own = len(parent)
            parent.append(own)
            boxes.append([begin, row, end, row + 1])
            for other_begin, other_end, other in above:
                if other_begin < end and begin < other_end:
                    _join(parent, boxes, own, other)
            runs.append((begin, end, own))
        above = runs
    return [(box[0], box[1], box[2], box[3]) for key, box in enumerate(boxes) if parent[key] == key]


def _runs(row: Bits) -> list[tuple[int, int]]:
    import numpy as np

    turns = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
    return [(int(turns[i]), int(turns[i + 1])) for i in range(0, len(turns), 2)]


def _join(parent: list[int], boxes: list[list[int]], one: int, other: int) -> None:
    one, other = _root(parent, one), _root(parent, other)
    if one == other:
        return
    parent[other] = one
    box, gone = boxes[one], boxes[other]
    box[:] = [min(box[0], gone[0]), min(box[1], gone[1]), max(box[2], gone[2]), max(box[3], gone[3])]


def _root(parent: list[int], key: int) -> int:
    while parent[key] != key:
        parent[key] = key = parent[parent[key]]
    return key


def _trimmed(bits: Bits, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Without rows and columns at the rim that are mostly ground: a line of text that touches the photo."""
    import numpy as np

    left, top, right, bottom = box
    part = bits[top:bottom, left:right]
    rows = np.flatnonzero(part.mean(axis=1) > 0.5)
    columns = np.flatnonzero(part.mean(axis=0) > 0.5)
    if len(rows) == 0 or len(columns) == 0:
        return (0, 0, 0, 0)
    return left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1
