"""Reads the paths that ``core.maps.shapes`` writes."""

from __future__ import annotations

import re
from itertools import pairwise

ONE = re.compile(r"M(\d+) (\d+)l([-\d ]+)z")
NUMBER = re.compile(r"-?\d+")


def rings(path: str) -> list[list[tuple[int, int]]]:
    """Closed lines of whole numbers. Errors: ``AssertionError`` for anything else in the path."""
    assert "".join(match.group(0) for match in ONE.finditer(path)) == path, path
    found = []
    for match in ONE.finditer(path):
        x, y = int(match[1]), int(match[2])
        line = [(x, y)]
        numbers = [int(number) for number in NUMBER.findall(match[3])]
        assert len(numbers) % 2 == 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            line.append((x, y))
        found.append([*line, line[0]])
    return found


def size(path: str) -> float:
    """Square units, holes taken away when they run the other way round or not: even-odd of nested rings."""
    sizes = sorted(abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2 for ring in rings(path))
    return sum(sizes)


def edges(path: str) -> set[frozenset[tuple[int, int]]]:
    return {frozenset(pair) for ring in rings(path) for pair in pairwise(ring)}
