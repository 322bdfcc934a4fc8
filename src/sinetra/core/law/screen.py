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
from sinetra.core.law.screen_tables import LOOKUP, WORD, Chunk, Fused, Group, Place, Words

Rows = npt.NDArray[np.intp]
#: Rows that are worked on at once, so that what is in between stays in the cache.
_BLOCK = 1 << 18


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
        return -(-self._rules // WORD)

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each row meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        length = len(columns[ACT])
        met = np.zeros((self.words, length), np.uint64)
        opened = np.zeros((self.words, length), np.uint64)

        def block(start: int) -> None:
            stop = min(start + _BLOCK, length)
            part = {name: column[start:stop] for name, column in columns.items()}
            self._block(part, met[:, start:stop], opened[:, start:stop])

        starts = range(0, length, _BLOCK)
        if self._threads == 1 or len(starts) == 1:
            for start in starts:
                block(start)
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(block, starts))
        return Screened(met=met, open=opened)

    def excepted(self, columns: Columns) -> Words:
        """The rules whose condition surely holds and that surely are excepted, as bits like those of ``met``."""
        found = np.zeros((self.words, len(columns[ACT])), np.uint64)
        for group, rows in self._groups_of(columns):
            gone, alive = [], []
            for chunk, s, m in _conditions(group, columns, rows):
                high = _applies(chunk, s, m)[1]
                alive.append(high)
                gone.append(s & np.uint64((1 << chunk.width) - 1) & ~high)
            for word, bits in enumerate(_unless(group, gone, alive, self.words)):
                found[word][rows] = bits
        return found

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

    def _block(self, columns: Columns, met: Words, opened: Words) -> None:
        for group, rows in self._groups_of(columns):
            lows, highs = [], []
            for chunk, s, m in _conditions(group, columns, rows):
                low, high = _applies(chunk, s, m)
                lows.append(low)
                highs.append(high)
            for places, above in group.displaced:
                _displace(places, above, lows, highs)
            sure = _rules(group, lows, self.words)
            for word, may in enumerate(_rules(group, highs, self.words)):
                met[word][rows] = sure[word]
                opened[word][rows] = may & ~sure[word]


def _conditions(group: Group, columns: Columns, rows: Rows) -> Iterator[tuple[Chunk, Words, Words]]:
    """[S, M] of the conditions of every node, chunk by chunk."""
    keys = [_fused(key, columns, rows) for key in group.keys]
    for chunk in group.chunks:
        low, high = chunk.low[0].take(keys[0], mode="clip"), chunk.high[0].take(keys[0], mode="clip")
        for key, low_table, high_table in zip(keys[1:], chunk.low[1:], chunk.high[1:], strict=True):
            low &= low_table.take(key, mode="clip")
            high &= high_table.take(key, mode="clip")
        yield chunk, low, high


def _fused(key: Fused, columns: Columns, rows: Rows) -> npt.NDArray[np.intp]:
    (name, _), *others = key.fields
    found: npt.NDArray[np.intp] = columns[name].take(rows, mode="clip").astype(np.intp)
    for name, size in others:
        found *= size
        found += columns[name].take(rows, mode="clip")
    return found


def _applies(chunk: Chunk, s: Words, m: Words) -> tuple[Words, Words]:
    """Versions that apply: their condition without their exceptions."""
    full = np.uint64((1 << chunk.width) - 1)
    low, high = s & full, m & full
    for section in chunk.sections:
        inner_low, inner_high = _effective(section, full, s, m)
        low &= ~inner_high
        high &= ~inner_low
    return low, high


def _effective(section: Section, full: np.uint64, s: Words, m: Words) -> tuple[Words, Words]:
    offset = np.uint64(section.offset)
    low, high = s >> offset & full, m >> offset & full
    for inner in section.inner:
        inner_low, inner_high = _effective(inner, full, s, m)
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


def _rules(group: Group, versions: Sequence[Words], words: int) -> list[Words]:
    """From bits of versions, a word a chunk, to bits of rules."""
    found: list[Words] = [np.zeros(len(versions[0]), np.uint64) for _ in range(words)]
    for lookups, source in zip(group.lookups, versions, strict=True):
        for part, table in enumerate(lookups):
            pattern = (source >> np.uint64(part * LOOKUP) & np.uint64((1 << LOOKUP) - 1)).astype(np.intp)
            for word in range(words):
                if table[word, -1]:
                    found[word] |= table[word].take(pattern, mode="clip")
    return found


def _unless(group: Group, bits: Sequence[Words], others: Sequence[Words], words: int) -> list[Words]:
    """The rules of some version in ``bits`` and of none in ``others``."""
    return [own & ~other for own, other in zip(_rules(group, bits, words), _rules(group, others, words), strict=True)]
