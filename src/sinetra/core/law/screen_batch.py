"""Batches of acts in, batches of answers out: outcome, rules met by track, rules open, and what was wrong with a row.

The outcome follows the contract of ``sinetra decide``. What is open is not settled, so an act may be undetermined here
that a single decision settles; nothing else differs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from sinetra.core.errors import BadInput
from sinetra.core.law.bit_matrix import WORD, Words, words
from sinetra.core.law.codes import Codes, coding, complete_columns, epoch_codes
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.masks import DAY
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.screen import Screener
from sinetra.core.law.screen_columns import plain
from sinetra.core.law.screen_rows import Days, Rows, acts_of, read_rows
from sinetra.core.law.situations import Context, contexts
from sinetra.core.law.words import NormKind, Outcome, Track

ERROR = "error"
_DERIVED = ("stage", "election_kind", "months_after_inauguration")
_OUTCOMES = (Outcome.NO_VIOLATION, Outcome.PERMITTED, Outcome.UNDETERMINED, Outcome.VIOLATION)

SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("outcome", pa.string()),
        *((track.value, pa.string()) for track in Track),
        ("open", pa.string()),
        ("error", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Acts with what follows from each timetable that they may fall under: ``row[i]`` is the act of the i-th line."""

    row: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    codes: Mapping[str, Codes]
    kinds: npt.NDArray[np.int64]


class BatchScreener:
    """Screens batches against a rulebook. ``tell`` puts an error into the words of the reader."""

    def __init__(self, rulebook: Rulebook, tell: Callable[[BadInput], str]) -> None:
        self._book = rulebook
        self._tell = tell
        self._screener = Screener(rulebook.sets)
        norms = rulebook.norms
        self._words = -(-len(norms) // WORD)
        self._bans = self._mask([norm.kind is NormKind.PROHIBITION for norm in norms])
        self._tracks = {track: self._mask([norm.track is track for norm in norms]) for track in Track}
        self._kinds = coding("election_kind").keys
        self._local = sorted(rulebook.clock.calendars.local_areas)
        self._alike: dict[str, str] = {}
        self._first: dict[tuple[object, ...], str] = {}

    def __call__(self, batch: pa.RecordBatch, first: int) -> pa.RecordBatch:
        """The answers to one batch in the order of its rows, the first of which has the number ``first``."""
        batch = plain(batch)
        rows = read_rows(batch)
        placed = self._place(rows)
        errors = self._errors(batch, rows)
        columns = self._columns(rows, placed)
        found = self._screener(columns)
        surely, maybe = words(found.sure, found.length), words(found.open, found.length)
        late = self._late(rows, placed, surely)
        met, opened = self._joined(placed, surely & ~late), self._joined(placed, maybe)
        outcome = self._outcomes(placed, columns, met, opened, self._joined(placed, late))
        return self._answer(first, outcome, met, opened & ~met, errors)

    def _mask(self, wanted: Sequence[bool]) -> Words:
        found = np.zeros(self._words, np.uint64)
        for rule, yes in enumerate(wanted):
            if yes:
                found[rule // WORD] |= np.uint64(1 << rule % WORD)
        return found[:, None]

    def _errors(self, batch: pa.RecordBatch, rows: Rows) -> dict[int, str]:
        """What is wrong with each bad row, as ``sinetra decide`` would say it."""
        found: dict[int, str] = {}
        bad = np.flatnonzero(rows.bad)
        for row, act in zip(bad, acts_of(batch, bad), strict=True):
            try:
                facts = parse_facts(act)
                contexts(self._book.clock.timetables, facts.election, facts.region, facts.act_date)
            except BadInput as error:
                found[int(row)] = self._tell(error)
        return found

    # Where and when: the timetables of each act

    def _region(self, name: str) -> str:
        """A region that has the same timetables, zone and days off: there are few that differ."""
        found = self._alike.get(name)
        if found is None:
            lines = [(item.regions.coverage(name), id(item.line(name))) for item in self._book.clock.timetables]
            local = [area for area in self._local if name == area or name.startswith(area + ".")]
            key = (name[:2], len(name), *lines, *local)
            found = self._alike[name] = self._first.setdefault(key, name)
        return found

    def _place(self, rows: Rows) -> _Placed:
        """Every act once for each of its timetables. An act whose place and election do not fit is marked as bad."""
        days = rows.days.get(DAY, np.full(rows.length, -1))
        elections, regions = self._named(rows, "election"), self._named(rows, "region")
        regions = [name if name is None else self._region(name) for name in regions]
        keys, inverse = _distinct_rows(days, self._index(rows, "election"), self._index(rows, "region"))
        held: list[tuple[Context, ...]] = []
        wrong = np.zeros(len(keys), np.bool_)
        for place, (day, election, region) in enumerate(keys):
            try:
                found = contexts(
                    self._book.clock.timetables,
                    elections[election],
                    regions[region],
                    None if day < 0 else date.fromordinal(int(day)),
                )
            except BadInput:
                wrong[place] = True
                found = contexts(self._book.clock.timetables, None, None, None)
            held.append(found)
        rows.bad[:] |= wrong[inverse]
        counts = np.array([len(found) for found in held], np.int64)[inverse]
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        offsets = np.concatenate([[0], np.cumsum([len(found) for found in held])[:-1]]).astype(np.int64)
        row = np.repeat(np.arange(rows.length), counts)
        line = np.arange(len(row)) - np.repeat(starts, counts) + np.repeat(offsets[inverse], counts)
        every = [item for found in held for item in found]
        codes = {
            name: np.array([coding(name).code_of[item.values.get(name)] for item in every], np.uint8)[line]
            for name in _DERIVED
        }
        kinds = np.array([self._kinds.index(item.kind) for item in every], np.int64)[line]
        return _Placed(row=row, starts=starts, codes=codes, kinds=kinds)

    def _named(self, rows: Rows, name: str) -> list[str | None]:
        """The names of a column by index; the last (-1) is the unknown one."""
        return [*(rows.names[name].names if name in rows.names else ()), None]

    def _index(self, rows: Rows, name: str) -> Days:
        return rows.names[name].index if name in rows.names else np.full(rows.length, -1)

    def _columns(self, rows: Rows, placed: _Placed) -> dict[str, Codes]:
        spread = {name: column[placed.row] for name, column in rows.codes.items()}
        found = complete_columns({**spread, **placed.codes}, len(placed.row))
        days = rows.days.get(DAY, np.full(rows.length, -1))
        found[DAY] = epoch_codes(days, self._book.sets.every)[placed.row]
        return found

    def _joined(self, placed: _Placed, bits: Words) -> Words:
        """Bits of every timetable of an act together."""
        if len(placed.row) == len(placed.starts):
            return bits
        return np.bitwise_or.reduceat(bits, placed.starts, axis=1)

    # Too late, and what it comes to

    def _late(self, rows: Rows, placed: _Placed, met: Words) -> Words:
        """The rules whose report was filed after its deadline (``clocks`` of the norm, by kind of election)."""
        late = np.zeros_like(met)
        if not {"known_date", "filed_on"} <= set(rows.days):
            return late
        known, filed = rows.days["known_date"][placed.row], rows.days["filed_on"][placed.row]
        asked = np.flatnonzero((known >= 0) & (filed >= 0) & met.any(axis=0))
        regions = [name if name is None else self._region(name) for name in self._named(rows, "region")]
        region = self._index(rows, "region")[placed.row]
        for (kind, rule), mask in self._clocks().items():
            of_kind = asked[placed.kinds[asked] == self._kinds.index(kind)]
            keys, inverse = _distinct_rows(known[of_kind], region[of_kind])
            due = [self._book.due(rule, date.fromordinal(int(day)), regions[place], "").due for day, place in keys]
            last = np.array([np.iinfo(np.int64).max if day is None else day.toordinal() for day in due], np.int64)
            over = of_kind[filed[of_kind] > last[inverse]] if len(keys) else of_kind
            late[:, over] |= met[:, over] & mask
        return late

    def _clocks(self) -> dict[tuple[str, str], Words]:
        """The rules by kind of election and rule of filing."""
        pairs = {(kind, rules[0]) for norm in self._book.norms for kind, rules in norm.clocks.items() if rules}
        return {
            pair: self._mask([norm.clocks.get(pair[0], ())[:1] == (pair[1],) for norm in self._book.norms])
            for pair in sorted(pairs)
        }

    def _outcomes(
        self, placed: _Placed, columns: Mapping[str, Codes], met: Words, opened: Words, late: Words
    ) -> npt.NDArray[np.int64]:
        """The place in ``_OUTCOMES`` of each act."""
        found = np.select(
            [(met & self._bans).any(axis=0), (opened & self._bans).any(axis=0), (met & ~self._bans).any(axis=0)],
            [3, 2, 1],
            0,
        )
        # Permitted is also an act of which every prohibition that holds is excepted.
        free = np.flatnonzero((found == 0) & ~(late & self._bans).any(axis=0))
        lines = np.flatnonzero(np.isin(placed.row, free)) if len(free) < len(found) else np.arange(len(placed.row))
        excepted = np.zeros_like(met)
        if len(lines):
            some = self._screener.excepted({name: column[lines] for name, column in columns.items()})
            spread = np.zeros((self._words, len(placed.row)), np.uint64)
            spread[:, lines] = words(some, len(lines))
            excepted = self._joined(placed, spread)
        found[free] = (excepted[:, free] & self._bans).any(axis=0)
        return found

    # In words

    def _answer(
        self, first: int, outcome: npt.NDArray[np.int64], met: Words, opened: Words, errors: Mapping[int, str]
    ) -> pa.RecordBatch:
        length = len(outcome)
        bad = np.zeros(length, np.bool_)
        bad[list(errors)] = True
        outcome = np.where(bad, len(_OUTCOMES), outcome)
        names = [*(item.value for item in _OUTCOMES), ERROR]
        said = np.full(length, None, object)
        for row, message in errors.items():
            said[row] = message
        nothing = np.where(bad, np.uint64(0), ~np.uint64(0))
        tracks = [met & mask & nothing for mask in self._tracks.values()]
        columns = [pa.array(np.arange(first, first + length)), _texts(outcome, names)]
        columns += self._rules([*tracks, opened & nothing])
        columns += [pa.array(said, pa.string())]
        return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)

    def _rules(self, parts: Sequence[Words]) -> list[pa.Array]:
        """The ids of the rules of each row, sorted and joined, for each of some bits."""
        keys, inverse = _distinct_rows(*(word for part in parts for word in part))
        return [
            _texts(inverse, [self._ids(key[start : start + self._words]) for key in keys])
            for start in range(0, len(parts) * self._words, self._words)
        ]

    def _ids(self, bits: Sequence[int]) -> str:
        found = (norm.id for rule, norm in enumerate(self._book.norms) if bits[rule // WORD] >> rule % WORD & 1)
        return ";".join(sorted(found))


def _texts(places: npt.NDArray[np.int64], texts: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(texts, pa.string())).cast(
        pa.string()
    )


def _distinct_rows(*columns: npt.NDArray[np.int64] | Words) -> tuple[list[tuple[int, ...]], npt.NDArray[np.int64]]:
    """The distinct rows of some columns of numbers, and which of them each row is."""
    length = len(columns[0])
    inverse, count = np.zeros(length, np.int64), 1
    for column in columns:
        own, values = _distinct(column)
        inverse, count = _distinct(inverse * values + own)
    first = np.zeros(count, np.int64)
    first[inverse[::-1]] = np.arange(length)[::-1]
    return [tuple(int(column[place]) for column in columns) for place in first[:count] if length], inverse


def _distinct(column: npt.NDArray[np.int64] | Words) -> tuple[npt.NDArray[np.int64], int]:
    """Which of the distinct values each is (by hashing: sorting takes five times as long), and how many there are."""
    coded = pa.array(np.ascontiguousarray(column)).dictionary_encode()
    return coded.indices.to_numpy().astype(np.int64), len(coded.dictionary)
