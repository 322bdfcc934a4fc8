"""Results that come as columns, turned into answers (outside the clock)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bench.law.peers import Answer

WORD = 64


def of_words(sure: Sequence[NDArray[np.uint64]], may: Sequence[NDArray[np.uint64]]) -> list[Answer]:
    """From 64 rules a column."""
    met, maybe = _joined(sure), _joined(may)
    return [(low, high & ~low) for low, high in zip(met, maybe, strict=True)]


def of_booleans(sure: Sequence[NDArray[np.bool_]], may: Sequence[NDArray[np.bool_]]) -> list[Answer]:
    """From a column a rule."""
    return of_words(_packed(sure), _packed(may))


def _packed(columns: Sequence[NDArray[np.bool_]]) -> list[NDArray[np.uint64]]:
    words = []
    for first in range(0, len(columns), WORD):
        word = np.zeros(len(columns[0]), np.uint64)
        for place, column in enumerate(columns[first : first + WORD]):
            word |= column.astype(np.uint64) << np.uint64(place)
        words.append(word)
    return words


def _joined(words: Sequence[NDArray[np.uint64]]) -> list[int]:
    joined = [0] * len(words[0])
    for place, word in enumerate(words):
        joined = [found | part << WORD * place for found, part in zip(joined, word.tolist(), strict=True)]
    return joined
