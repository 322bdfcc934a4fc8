"""Fewer points for the same line. Ends stay where they are, so lines that meet go on meeting."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import TypeVar

N = TypeVar("N", int, float)


def simplify(line: Sequence[tuple[N, N]], least: float) -> list[tuple[N, N]]:
    """Visvalingam and Whyatt (1993): takes away, smallest first, each point whose triangle with its two neighbours is
    smaller than ``least`` (in square units). The ends stay; of a closed line at least three corners do.

    >>> simplify([(0, 0), (5, 0), (10, 0), (10, 10)], 1)
    [(0, 0), (10, 0), (10, 10)]
    >>> simplify([(0, 0), (1, 0), (1, 1), (0, 0)], 9)
    [(0, 0), (1, 0), (1, 1), (0, 0)]
    """
    count = len(line)
    fewest = 4 if line[0] == line[-1] else 2
    if count <= fewest:
        return list(line)
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    sizes = [0.0] * count
    heap = []
    for i in range(1, count - 1):
        sizes[i] = _triangle(line[i - 1], line[i], line[i + 1])
        heap.append((sizes[i], i))
    heapq.heapify(heap)
    kept, gone = count, [False] * count
    while heap and kept > fewest:
        size, i = heapq.heappop(heap)
        if gone[i] or size != sizes[i]:
            continue
        if size >= least:
            break
        gone[i] = True
        kept -= 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < count - 1:
                # Never smaller than what has gone: else a whole bay goes point by point.
                sizes[j] = max(_triangle(line[before[j]], line[j], line[after[j]]), size)
                heapq.heappush(heap, (sizes[j], j))
    return [point for i, point in enumerate(line) if not gone[i]]


def _triangle(a: tuple[N, N], b: tuple[N, N], c: tuple[N, N]) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
