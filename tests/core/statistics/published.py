"""An adversary who has nothing but the published bytes: every table of every unit at once, solved as one system."""

from __future__ import annotations

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition, Table

Key = tuple[str, str, str, str]
FAR = 10_000


def recovered(edition: Edition, width: int, *, linked: bool = True) -> dict[Key, tuple[int, int]]:
    """Withheld cells that can be at most ``width`` + 1 … fewer numbers. ``linked``: taken that acts and persons of
    a place, quarter or track are at least as many as the cases."""
    cells: dict[Key, int | None] = {}
    for table in edition.tables:
        for row in table.rows:
            cells[_key(table, row.status, row.code)] = row.value
    hidden = sorted(key for key, value in cells.items() if value is None)
    place = {key: index for index, key in enumerate(hidden)}
    rows: list[tuple[dict[Key, int], float]] = []
    for table in edition.tables:
        for status in (*table.statuses, ALL):
            rows.append(_sum(cells, _key(table, status, ALL), [_key(table, status, code) for code in table.codes]))
        for code in (*table.codes, ALL):
            rows.append(_sum(cells, _key(table, ALL, code), [_key(table, status, code) for status in table.statuses]))
    matrix, low, high = [], [], []
    for signs, right in rows:
        if signs:
            _put(matrix, place, signs)
            low.append(right)
            high.append(right)
    for key, value in cells.items() if linked else ():
        case = ("case", *key[1:])
        if key[0] in ("person", "act") and key[1] == ALL and case in cells:
            signs = {name: sign for name, sign in ((key, 1), (case, -1)) if cells[name] is None}
            if signs:
                _put(matrix, place, signs)
                low.append((cells[case] or 0) - (value or 0))
                high.append(numpy.inf)
    sums = LinearConstraint(numpy.array(matrix), low, high)
    limits = Bounds(numpy.ones(len(hidden)), numpy.full(len(hidden), FAR))
    found = {}
    for key in hidden:
        ends = []
        for direction in (1, -1):
            aim = numpy.zeros(len(hidden))
            aim[place[key]] = direction
            answer = milp(aim, constraints=sums, bounds=limits, integrality=numpy.ones(len(hidden)))
            assert answer.success, answer.message
            ends.append(round(direction * answer.fun))
        if ends[1] - ends[0] < width:
            found[key] = (ends[0], ends[1])
    return found


def _key(table: Table, status: str, code: str) -> Key:
    return (table.unit, status, *((ALL, ALL) if code == ALL else (table.dimension, code)))


def _sum(cells: dict[Key, int | None], whole: Key, parts: list[Key]) -> tuple[dict[Key, int], float]:
    """What is withheld of it with its sign, and what that comes to; nothing where a unit is empty."""
    if not parts:
        return {}, 0
    signs, right = {}, 0
    for key, sign in ((whole, 1), *((part, -1) for part in parts)):
        value = cells[key]
        if value is None:
            signs[key] = sign
        else:
            right -= sign * value
    return signs, right


def _put(matrix: list[numpy.ndarray], place: dict[Key, int], signs: dict[Key, int]) -> None:
    row = numpy.zeros(len(place))
    for key, sign in signs.items():
        row[place[key]] += sign
    matrix.append(row)
