"""An adversary with a solver: the least and the most of every withheld cell, by mixed-integer programming."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from sinetra.core.statistics import Cell, Published


def spans(published: Published, cells: Iterable[Cell] | None = None) -> dict[Cell, tuple[int, float]]:
    """Over every sum of all tables together; ``inf``: no end."""
    hidden = sorted(published.withheld)
    place = {cell: index for index, cell in enumerate(hidden)}
    rows, rights = [], []
    for found in published.margins.sums:
        row, right = numpy.zeros(len(hidden)), 0.0
        for cell, sign in found.signs():
            if cell in place:
                row[place[cell]] += sign
            else:
                right -= sign * published.margins.values[cell]
        if row.any():
            rows.append(row)
            rights.append(right)
    low = numpy.array([max(1, published.floors.get(cell, 1)) for cell in hidden])
    limits = Bounds(low, numpy.full(len(hidden), numpy.inf))
    sums = [LinearConstraint(numpy.array(rows), rights, rights)] if rows else []
    result = {}
    for cell in hidden if cells is None else cells:
        ends = []
        for direction in (1, -1):
            aim = numpy.zeros(len(hidden))
            aim[place[cell]] = direction
            # A cell without end makes the aim unbounded; a far end is as good.
            far = Bounds(limits.lb, numpy.full(len(hidden), 10_000))
            answer = milp(aim, constraints=sums, bounds=far, integrality=numpy.ones(len(hidden)))
            assert answer.success, answer.message
            ends.append(round(direction * answer.fun))
        result[cell] = (ends[0], ends[1])
    return result
