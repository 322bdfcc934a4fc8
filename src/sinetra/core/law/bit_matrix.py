"""Bitmaps by rule turned into words by act."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
WORD = 64
#: Squares of 64 acts by 64 rules that are turned at once.
_SQUARES = 2048
#: How far bits are moved, and which stay.
_SWAPS = tuple(
    (size, np.uint64(sum(((1 << size) - 1) << place for place in range(0, 64, 2 * size))))
    for size in (32, 16, 8, 4, 2, 1)
)


def words(bits: npt.NDArray[np.uint8], length: int) -> Words:
    """``bits[rule]`` is a bitmap over ``length`` acts; of the result ``[w, act]`` has the rules 64 w to 64 w + 63."""
    count = -(-len(bits) // WORD)
    found = np.empty((count, -(-length // WORD) * WORD), np.uint64)
    for first in range(0, length, _SQUARES * WORD):
        part = bits[:, first // 8 : first // 8 + _SQUARES * 8]
        for word in range(count):
            turned = _turned(_squares(part[word * WORD : (word + 1) * WORD])).T.reshape(-1)
            found[word, first : first + len(turned)] = turned
    return found[:, :length]


def _squares(part: npt.NDArray[np.uint8]) -> Words:
    """Up to 64 bitmaps as squares of 64 by 64 bits: ``[rule, square]``."""
    size = -(-part.shape[1] // 8)
    found = np.zeros((WORD, size * 8), np.uint8)
    found[: len(part), : part.shape[1]] = part
    return found.view(np.uint64)


def _turned(squares: Words) -> Words:
    """Every square turned over its diagonal, by swapping ever smaller parts of it (Hacker's Delight, 7-3)."""
    for size, mask in _SWAPS:
        pairs = squares.reshape(WORD // (2 * size), 2, size, -1)
        upper, lower = pairs[:, 0], pairs[:, 1]
        by = np.uint64(size)
        moved = ((upper >> by) ^ lower) & mask
        lower ^= moved
        upper ^= moved << by
    return squares
