"""Many transfers at once: batches of a table in, batches of answers out, equal to the single check row by row.

What decides is little: where the day lies among the windows, how the head holds office, the sort of post, action and
ground, and how the permit compares with the inauguration. So each row becomes a few codes, every distinct combination
is weighed once (:mod:`sinetra.core.transfers.screen_weights`), and the answers are spread over the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sinetra.core.errors import BadInput
from sinetra.core.law.model import Period
from sinetra.core.transfers.check import needed
from sinetra.core.transfers.need import verdict_of
from sinetra.core.transfers.rules import TransferRules
from sinetra.core.transfers.screen_cells import Bools, Cells, Ints, distinct, read_cells
from sinetra.core.transfers.screen_weights import Weights
from sinetra.core.transfers.sequence import settled
from sinetra.core.transfers.transfer import Letter, Transfer
from sinetra.core.transfers.words import Need, PermitState, WindowId

ERROR = "error"
_TEXTS = ("verdict", *WindowId, "election", "rules", "readings", "exceptions", "sequence", "needs", "column", ERROR)
SCHEMA = pa.schema([("row", pa.int64()), *((str(name), pa.string()) for name in _TEXTS)])
_NEEDS, _PERMITS = tuple(Need), tuple(PermitState)
NONE: Mapping[int, BadInput] = {}
T = TypeVar("T")


class TransferScreener:
    """Screens batches against the rules. ``tell`` puts an error into the words of the reader."""

    def __init__(self, rules: TransferRules, tell: Callable[[BadInput], str]) -> None:
        self._rules, self._tell = rules, tell
        self._weights = Weights(rules)

    def __call__(self, batch: pa.RecordBatch, numbers: Ints, damaged: Mapping[int, BadInput] = NONE) -> pa.RecordBatch:
        """The answers to one batch in the order of its rows; ``numbers``: those of the rows in their table;
        ``damaged``: rows, by their place in the batch, of which a cell is known to be wrong.

        ``readings``: ``id=verdict`` of each, as far as they are shown. ``sequence``: the steps that were not kept. A
        bad row has verdict ``error``, the column at fault and the message. Lists are joined by ``;``.
        """
        cells = read_cells(batch, damaged)
        situations, elections, names = self._weights.situations(cells)
        inverse, keys = distinct(self._weights.keys(cells, situations))
        weights = [self._weights.of(key) for key in keys]
        need = np.array([_NEEDS.index(item.need) for item in weights], np.int64)[inverse]
        permit, broken = _permits(cells), self._broken(cells)
        windowed = np.array([item.in_window for item in weights], np.int64)[inverse]
        columns = {
            "verdict": self._verdicts(need, permit, broken, windowed),
            "election": _spread(elections, names),
            "rules": _spread(inverse, [item.rules for item in weights]),
            "readings": _readings(inverse, [item.readings for item in weights], permit),
            "exceptions": _spread(inverse, [item.exceptions for item in weights]),
            "sequence": _spread(broken, [";".join(sorted(steps)) for steps in self._steps()]),
            "needs": _needs(inverse, [item.facts for item in weights], need, permit, cells),
        }
        for place, window in enumerate(WindowId):
            columns[window.value] = _spread(inverse, [item.statuses[place] for item in weights])
        return self._answer(cells, columns, numbers)

    def _answer(self, cells: Cells, columns: dict[str, pa.Array], numbers: Ints) -> pa.RecordBatch:
        bad = np.zeros(cells.length, np.bool_)
        bad[list(cells.errors)] = True
        none = pa.scalar(None, pa.string())
        if cells.errors:
            mask = pa.array(bad)
            columns = {name: pc.if_else(mask, none, column) for name, column in columns.items()}
            columns["verdict"] = pc.if_else(mask, pa.scalar(ERROR), columns["verdict"])
        said = np.full((2, cells.length), None, object)
        for row, error in cells.errors.items():
            said[:, row] = error.field, self._tell(error)
        columns["column"], columns[ERROR] = (pa.array(part, pa.string()) for part in said)
        return pa.RecordBatch.from_arrays(
            [pa.array(numbers, pa.int64()), *(columns[str(name)] for name in _TEXTS)], schema=SCHEMA
        )

    def _verdicts(self, need: Ints, permit: Ints, broken: Ints, windowed: Ints) -> pa.Array:
        steps = self._steps()
        code = ((need * len(_PERMITS) + permit) * len(steps) + broken) * 2 + windowed
        texts = [
            settled(self._rules, verdict_of(one, state), names, in_window=in_window).value
            for one in _NEEDS
            for state in _PERMITS
            for names in steps
            for in_window in (False, True)
        ]
        return _spread(code, texts)

    def _steps(self) -> list[frozenset[str]]:
        """The steps that a number of ``_broken`` says were not kept."""
        ids = [step.id for step in self._rules.sequence]
        return [frozenset(name for place, name in enumerate(ids) if code >> place & 1) for code in range(1 << len(ids))]

    def _broken(self, cells: Cells) -> Ints:
        days = {
            "permit": cells.day("permit.date"),
            "technical_approval": cells.day("technical_approval.date"),
            "inauguration": cells.day("effective_on"),
        }
        found = np.zeros(cells.length, np.int64)
        for place, step in enumerate(self._rules.sequence):
            first, then = days[step.first], days[step.then]
            late = (then >= 0) & (first > then) & _during(step.period, days["inauguration"])
            found |= late.astype(np.int64) << place
        return found


def _during(period: Period, day: Ints) -> Bools:
    """Where a day lies in a period; one that is not known does."""
    found = np.ones(day.shape, np.bool_)
    if period.start is not None:
        found &= day >= period.start.toordinal()
    if period.end is not None:
        found &= day <= period.end.toordinal()
    return found | (day < 0)


def _permits(cells: Cells) -> Ints:
    """The place of each row's permit in ``PermitState``."""
    day, effective = cells.day("permit.date"), cells.day("effective_on")
    exists = cells.affirmed("permit") | cells.given("permit.number") | (day >= 0)
    states = [
        (cells.denied("permit"), PermitState.NONE),
        (~exists, PermitState.UNKNOWN),
        ((day < 0) | (effective < 0), PermitState.UNDATED),
        (day <= effective, PermitState.IN_TIME),
    ]
    found: Ints = np.select(
        [mask for mask, _ in states],
        [_PERMITS.index(state) for _, state in states],
        _PERMITS.index(PermitState.LATE),
    )
    return found


def _spread(places: Ints, texts: Sequence[str]) -> pa.Array:
    """``texts[place]`` of each row; an empty text is no value."""
    coded = pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(texts, pa.string()))
    found = coded.cast(pa.string())
    return pc.if_else(pc.equal(found, ""), None, found) if "" in texts else found


def _numbered(values: Sequence[T]) -> tuple[Ints, list[T]]:
    """Each distinct value once, and which of them each is."""
    places: dict[T, int] = {}
    return np.array([places.setdefault(value, len(places)) for value in values], np.int64), list(places)


def _readings(inverse: Ints, given: Sequence[tuple[tuple[str, Need], ...]], permit: Ints) -> pa.Array:
    numbers, lists = _numbered(given)
    texts = [
        ";".join(f"{name}={verdict_of(need, state).value}" for name, need in readings)
        for readings in lists
        for state in _PERMITS
    ]
    return _spread(numbers[inverse] * len(_PERMITS) + permit, texts)


def _needs(inverse: Ints, given: Sequence[tuple[str, ...]], need: Ints, permit: Ints, cells: Cells) -> pa.Array:
    numbers, lists = _numbered(given)
    dated, placed = cells.day("permit.date") >= 0, cells.day("effective_on") >= 0
    code = (numbers[inverse] * len(_NEEDS) + need) * len(_PERMITS) + permit
    texts = [
        ";".join(needed(facts, one, state, _with_days(permit_day=has_day, effective_on=has_effective)))
        for facts in lists
        for one in _NEEDS
        for state in _PERMITS
        for has_day in (False, True)
        for has_effective in (False, True)
    ]
    return _spread(code * 4 + dated * 2 + placed, texts)


def _with_days(*, permit_day: bool, effective_on: bool) -> Transfer:
    """A transfer of which only counts which of its days are known."""
    return Transfer(
        effective_on=date.min if effective_on else None,
        permit=Letter(exists=True, day=date.min if permit_day else None),
    )
