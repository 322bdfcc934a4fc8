"""Many acts at once, on numpy tables (:mod:`sinetra.core.law.screen_tables`).

The answers are those of :func:`sinetra.core.law.evaluate.statuses`: sound, and not tight; nothing is settled here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sinetra.core.law.codes import Columns, coding
from sinetra.core.law.masks import Section
from sinetra.core.law.rulesets import ACT, RuleSets
from sinetra.core.law.screen_tables import LOOKUP, Chunk, Fused, Group, Pairs, Place, Words, pairs_for

Rows = npt.NDArray[np.intp]
#: Rows that are worked on at once: many, since an act has its own few thousand of them.
_BLOCK = 1 << 19


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """``met[w]`` and ``open[w]``: for each row the rules ``64 w`` to ``64 w + 63`` as bits."""

    met: Words
    open: Words


class Screener:
    """Screens columns of codes against a set of rules, with ``threads`` threads."""

    def __init__(self, sets: RuleSets, *, threads: int = 2) -> None:
        self._sets = sets
        self._rules = max(sets.every.rule_of) + 1
        self._threads = threads
        self._groups: dict[int, Group] = {}

    @property
    def words(self) -> int:
        """Words a row."""
        return 2 * pairs_for(self._rules)

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each row meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        length = len(columns[ACT])
        met, opened = self._pairs(length), self._pairs(length)

        def block(start: int) -> None:
            stop = min(start + _BLOCK, length)
            part = {name: column[start:stop] for name, column in columns.items()}
            self._block(part, [pair[start:stop] for pair in met], [pair[start:stop] for pair in opened])

        starts = range(0, length, _BLOCK)
        if self._threads == 1 or len(starts) == 1:
            for start in starts:
                block(start)
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(block, starts))
        return Screened(met=_words(met), open=_words(opened))

    def _pairs(self, length: int) -> list[Pairs]:
        return [np.zeros(length, np.complex128) for _ in range(pairs_for(self._rules))]

    def excepted(self, columns: Columns) -> Words:
        """The rules whose condition surely holds and that surely are excepted, as bits like those of ``met``."""
        found = self._pairs(len(columns[ACT]))
        for group, rows in self._groups_of(columns):
            gone, alive = [], []
            for chunk, s, m in _conditions(group, columns, rows):
                high = _applies(chunk, s, m)[1]
                alive.append(high)
                gone.append(s & np.uint64((1 << chunk.width) - 1) & ~high)
            for pair, sure, may in zip(found, _rules(group, gone), _rules(group, alive), strict=True):
                pair[rows] = _without(sure, may)
        return _words(found)

    def _groups_of(self, columns: Columns) -> Iterator[tuple[Group, Rows]]:
        """The rows of each act, with the versions that it can meet; acts that meet nothing are left out."""
        acts = columns[ACT]
        order = np.argsort(acts, kind="stable")
        counts = np.bincount(acts, minlength=1)
        start = 0
        for code in np.flatnonzero(counts):
            rows = order[start : start + counts[code]]
            start += counts[code]
            group = self._groups.get(int(code))
            if group is None:
                group = self._groups[int(code)] = Group(self._sets, coding(ACT).keys[code], self._rules)
            if group.chunks:
                yield group, rows

    def _block(self, columns: Columns, met: list[Pairs], opened: list[Pairs]) -> None:
        for group, rows in self._groups_of(columns):
            lows, highs = [], []
            for chunk, s, m in _conditions(group, columns, rows):
                low, high = _applies(chunk, s, m)
                lows.append(low)
                highs.append(high)
            for places, above in group.displaced:
                _displace(places, above, lows, highs)
            for place, (sure, may) in enumerate(zip(_rules(group, lows), _rules(group, highs), strict=True)):
                met[place][rows] = sure
                opened[place][rows] = _without(may, sure)


def _conditions(group: Group, columns: Columns, rows: Rows) -> Iterator[tuple[Chunk, Words, Words]]:
    """[S, M] of the conditions of every node, chunk by chunk."""
    keys = [_fused(key, columns, rows) for key in group.keys]
    for chunk in group.chunks:
        if not chunk.tables:
            every = np.full(len(rows), chunk.nodes, np.uint64)
            yield chunk, every, every
            continue
        (place, first_low, first_high), *others = chunk.tables
        low, high = first_low.take(keys[place], mode="clip"), first_high.take(keys[place], mode="clip")
        for place, low_table, high_table in others:
            low &= low_table.take(keys[place], mode="clip")
            high &= high_table.take(keys[place], mode="clip")
        yield chunk, low, high


def _fused(key: Fused, columns: Columns, rows: Rows) -> Rows:
    (name, _), *others = key.fields
    found = columns[name].take(rows, mode="clip").astype(np.uint16)
    for name, size in others:
        found *= np.uint16(size)
        found += columns[name].take(rows, mode="clip")
    return found.astype(np.intp)


def _applies(chunk: Chunk, s: Words, m: Words) -> tuple[Words, Words]:
    """Versions that apply: their condition without their exceptions."""
    full = np.uint64((1 << chunk.width) - 1)
    low, high = s & full, m & full
    for section in chunk.sections:
        inner_low, inner_high = _effective(section, s, m)
        low &= ~inner_high
        high &= ~inner_low
    return low, high


def _effective(section: Section, s: Words, m: Words) -> tuple[Words, Words]:
    offset, mask = np.uint64(section.offset), np.uint64(section.mask)
    low, high = s >> offset & mask, m >> offset & mask
    for inner in section.inner:
        inner_low, inner_high = _effective(inner, s, m)
        low &= ~inner_high
        high &= ~inner_low
    return low, high


def _displace(places: Sequence[Place], above: Sequence[Place], lows: list[Words], highs: list[Words]) -> None:
    """Takes a rule away where one that displaces it is surely reported; where it may be, the rule is open."""
    surely = maybe = np.zeros((), np.bool_)
    for word, mask in _by_word(above):
        surely = surely | ((lows[word] & mask) != 0)
        maybe = maybe | ((highs[word] & mask) != 0)
    for word, mask in _by_word(places):
        lows[word] &= ~np.where(maybe, mask, np.uint64(0))
        highs[word] &= ~np.where(surely, mask, np.uint64(0))


def _by_word(places: Sequence[Place]) -> list[tuple[int, np.uint64]]:
    words = sorted({place.word for place in places})
    return [(word, np.uint64(sum(1 << place.bit for place in places if place.word == word))) for word in words]


def _rules(group: Group, versions: Sequence[Words]) -> list[Pairs]:
    """From bits of versions, a word a chunk, to bits of rules."""
    found: list[Words] = []
    for lookups, source in zip(group.lookups, versions, strict=True):
        for part, tables in enumerate(lookups):
            pattern = (source >> np.uint64(part * LOOKUP) & np.uint64((1 << LOOKUP) - 1)).astype(np.intp)
            own = [table.take(pattern, mode="clip").view(np.uint64) for table in tables]
            found = own if not found else [mine | other for mine, other in zip(found, own, strict=True)]
    return [words.view(np.complex128) for words in found]


def _without(bits: Pairs, others: Pairs) -> Pairs:
    return (bits.view(np.uint64) & ~others.view(np.uint64)).view(np.complex128)


def _words(pairs: Sequence[Pairs]) -> Words:
    """``[word, row]``"""
    return np.concatenate([pair.view(np.uint64).reshape(-1, 2).T for pair in pairs])
