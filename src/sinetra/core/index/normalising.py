"""Three ways to bring numbers on 0 to 100 within a group, on arrays. Rows are cases, columns are units."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_erf = np.frompyfunc(math.erf, 1, 1)


def goalposts(x: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = 100 * np.clip((x - low) / (high - low), 0, 1)
    return scores


def rates(x: NDArray[np.float64], most: float) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = 100 * np.minimum(1, np.log1p(x) / math.log1p(most))
    return scores


def by_rank(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """100 · (rank - ½) / n, ties with their mean rank; all equal gives 50."""
    scores: NDArray[np.float64] = 100 * (mean_ranks(x) - 0.5) / x.shape[1]
    return scores


def by_normal(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """100 · Φ(z) with the sample standard deviation; all equal gives 50."""
    centred = x - x.mean(axis=1, keepdims=True)
    spread = x.std(axis=1, ddof=1, keepdims=True) if x.shape[1] > 1 else np.zeros((x.shape[0], 1))
    # A column of one value may leave a spread of the last bit.
    flat = spread <= 1e-12 * (1 + np.abs(x).max(axis=1, keepdims=True))
    z = np.where(flat, 0, centred / np.where(flat, 1, spread))
    return 50 * (1 + np.asarray(_erf(z / math.sqrt(2)), dtype=np.float64))


def mean_ranks(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 for the smallest of each row; equal values share the mean of their ranks."""
    order, first = _first_of_equals(x)
    ends = np.ones(first.shape, dtype=bool)
    ends[:, :-1] = first[:, 1:] != first[:, :-1]
    places = np.arange(x.shape[1])
    last = np.minimum.accumulate(np.where(ends, places, x.shape[1])[:, ::-1], axis=1)[:, ::-1]
    found = np.empty(x.shape)
    np.put_along_axis(found, order, (first + last) / 2 + 1, axis=1)
    return found


def places(x: NDArray[np.float64]) -> NDArray[np.int32]:
    """1 for the largest of each row; equal values share the best place."""
    order, first = _first_of_equals(-x)
    found = np.empty(x.shape, dtype=np.int32)
    np.put_along_axis(found, order, (first + 1).astype(np.int32), axis=1)
    return found


def _first_of_equals(x: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The order of each row, and for every place in it the first place with the same value."""
    order = np.argsort(x, axis=1, kind="stable")
    inside = np.take_along_axis(x, order, axis=1)
    begins = np.ones(x.shape, dtype=bool)
    begins[:, 1:] = inside[:, 1:] != inside[:, :-1]
    return order, np.maximum.accumulate(np.where(begins, np.arange(x.shape[1]), 0), axis=1)
