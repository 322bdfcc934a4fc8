"""Many acts at once: the masks of the law engine as numpy tables.

Acts are taken by their code: the few versions that an act can meet fit in one or two words of 64 bits, exceptions
included. For each word the fields are fused into keys, and two tables a key, for S and M, are all that is looked up.
The answers are those of :func:`sinetra.core.law.evaluate.statuses`: sound, and not tight; nothing is settled here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from sinetra.core.law.codes import Columns, coding
from sinetra.core.law.masks import DAY, FieldMasks, Head, Key, Masks, Section, compile_masks
from sinetra.core.law.rulesets import ACT, RuleSets

Words = npt.NDArray[np.uint64]
_WORD = 64
#: Rows that are worked on at once, so that what is in between stays in the cache.
_BLOCK = 1 << 18
#: The largest table of a fused key; two of them, for S and M, should stay in the second-level cache.
_TABLE = 1 << 13
_LOOKUP = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """``met[w]`` and ``open[w]``: for each row the rules ``64 w`` to ``64 w + 63`` as bits."""

    met: Words
    open: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fused:
    """Fields fused into one number: the code of the first times the sizes of the others, and so on."""

    fields: tuple[tuple[str, int], ...]

    @property
    def size(self) -> int:
        found = 1
        for _, size in self.fields:
            found *= size
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """Versions that fit in a word with their exceptions; ``low[k]``, ``high[k]``: S and M by the k-th key."""

    width: int
    sections: tuple[Section, ...]
    low: tuple[Words, ...]
    high: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A version in the words of a group."""

    word: int
    bit: int


class _Group:
    """The versions that one act (None: an unknown one) can meet, as chunks of a word each."""

    def __init__(self, sets: RuleSets, code: Key, rules: int) -> None:
        masks = sets.of_act(code)
        self._every = sets.every
        self._code = code
        chunks = [compile_masks(chunk, {}) for chunk in _chunks(sets.heads_of_act(code))]
        names = [item.name for item in masks.fields if item.name != ACT]
        self.keys = _fuse([(DAY, len(sets.every.epochs) + 1), *((name, coding(name).size) for name in names)])
        self.chunks = [self._chunk(chunk) for chunk in chunks]
        self.lookups = [_lookup(chunk, rules) for chunk in chunks]
        places: dict[int, list[_Place]] = {}
        for word, chunk in enumerate(chunks):
            for bit, rule in enumerate(chunk.rule_of):
                places.setdefault(rule, []).append(_Place(word, bit))
        #: rules that something in the group displaces, in topological order: (where they are, where those are)
        self.displaced = [
            (places[rule], [place for other in above for place in places[other]])
            for rule in sorted(places)
            if (above := [other for other in sets.displaced_by.get(rule, ()) if other in places])
        ]

    def _chunk(self, masks: Masks) -> _Chunk:
        tables = {item.name: item for item in masks.fields}
        start = masks.nodes
        low, high = [], []
        act = _tables(tables.get(ACT), ACT, masks)
        fixed = coding(ACT).code_of[self._code]
        for place, key in enumerate(self.keys):
            pair = [np.array([start], np.uint64), np.array([start], np.uint64)]
            if place == 0:
                pair = [side & own[fixed] for side, own in zip(pair, act, strict=True)]
            for name, size in key.fields:
                own = self._days(masks) if name == DAY else _tables(tables.get(name), name, masks)
                pair = [(side[:, None] & table[None, :size]).reshape(-1) for side, table in zip(pair, own, strict=True)]
            low.append(pair[0])
            high.append(pair[1])
        return _Chunk(width=masks.width, sections=masks.sections, low=tuple(low), high=tuple(high))

    def _days(self, masks: Masks) -> tuple[Words, Words]:
        """The epochs of these few versions on the epochs of all."""
        firsts = (None, *self._every.days)
        pairs = [(masks.epochs[0],) * 2 if day is None else masks.day_pair(day) for day in firsts]
        pairs.append(masks.any_day)
        return np.array([pair[0] for pair in pairs], np.uint64), np.array([pair[1] for pair in pairs], np.uint64)


def _chunks(heads: Sequence[tuple[int, int, Head]]) -> Iterator[list[tuple[int, int, Head]]]:
    """As many versions a chunk as fit in a word, those with alike many exceptions together."""
    chunk: list[tuple[int, int, Head]] = []
    for head in sorted(heads, key=lambda item: -_bits(item[2])):
        widest = max(_bits(item[2]) for item in [*chunk, head])
        if chunk and (len(chunk) + 1) * _sections([*chunk, head]) > _WORD:
            yield chunk
            chunk = []
        chunk.append(head)
        if widest > _WORD:
            raise ValueError(f"a norm of more than {_WORD} nodes")
    if chunk:
        yield chunk


def _bits(head: Head) -> int:
    return 1 + sum(_bits(inner) for inner in head.unless)


def _sections(heads: Sequence[tuple[int, int, Head]]) -> int:
    masks = compile_masks(heads, {})
    return masks.repeat.bit_count()


def _fuse(fields: Sequence[tuple[str, int]]) -> tuple[_Fused, ...]:
    keys: list[_Fused] = []
    for field in sorted(fields, key=lambda item: -item[1]):
        for place, key in enumerate(keys):
            if key.size * field[1] <= _TABLE:
                keys[place] = _Fused(fields=(*key.fields, field))
                break
        else:
            keys.append(_Fused(fields=(field,)))
    return tuple(keys)


def _tables(item: FieldMasks | None, name: str, masks: Masks) -> tuple[Words, Words]:
    own = coding(name)
    if item is None:
        every = np.full(own.size, masks.nodes, np.uint64)
        return every, every
    pairs = [item.known[key] for key in own.keys]
    if own.parent is not None:
        pairs += [item.doubtful[key] for key in own.keys]
    return np.array([pair[0] for pair in pairs], np.uint64), np.array([pair[1] for pair in pairs], np.uint64)


def _lookup(chunk: Masks, rules: int) -> list[Words]:
    """From 16 versions of a chunk to the rules they belong to, as words: ``[part][word, pattern]``."""
    words = -(-rules // _WORD)
    found = []
    for start in range(0, chunk.width, _LOOKUP):
        owners = chunk.rule_of[start : start + _LOOKUP]
        table = np.zeros((words, 1 << len(owners)), np.uint64)
        for bit, rule in enumerate(owners):
            block = table.reshape(words, -1, 2, 1 << bit)
            block[rule // _WORD, :, 1, :] |= np.uint64(1 << rule % _WORD)
        found.append(table)
    return found


class Screener:
    """Screens columns of codes against a set of rules, with ``threads`` threads."""

    def __init__(self, sets: RuleSets, *, threads: int = 2) -> None:
        self._sets = sets
        self._rules = max(sets.every.rule_of) + 1
        self._threads = threads
        self._groups: dict[int, _Group] = {}

    @cached_property
    def words(self) -> int:
        """Words a row."""
        return -(-self._rules // _WORD)

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each row meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        length = len(columns[ACT])
        met = np.zeros((self.words, length), np.uint64)
        opened = np.zeros((self.words, length), np.uint64)
        for code in np.flatnonzero(np.bincount(columns[ACT], minlength=1)):
            self._group(int(code))

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

    def _group(self, code: int) -> _Group:
        if code not in self._groups:
            self._groups[code] = _Group(self._sets, coding(ACT).keys[code], self._rules)
        return self._groups[code]

    def _block(self, columns: Columns, met: Words, opened: Words) -> None:
        acts = columns[ACT]
        order = np.argsort(acts, kind="stable")
        counts = np.bincount(acts, minlength=1)
        start = 0
        for code in np.flatnonzero(counts):
            rows = order[start : start + counts[code]]
            start += counts[code]
            group = self._group(int(code))
            if not group.chunks:
                continue
            found_met, found_open = _screen(group, columns, rows, self.words)
            for word in range(self.words):
                met[word][rows] = found_met[word]
                opened[word][rows] = found_open[word]


def _screen(group: _Group, columns: Columns, rows: npt.NDArray[np.intp], words: int) -> tuple[list[Words], list[Words]]:
    keys = [_fused(key, columns, rows) for key in group.keys]
    lows, highs = [], []
    for chunk in group.chunks:
        low, high = chunk.low[0].take(keys[0], mode="clip"), chunk.high[0].take(keys[0], mode="clip")
        for key, low_table, high_table in zip(keys[1:], chunk.low[1:], chunk.high[1:], strict=True):
            low &= low_table.take(key, mode="clip")
            high &= high_table.take(key, mode="clip")
        applies = _applies(chunk, low, high)
        lows.append(applies[0])
        highs.append(applies[1])
    for places, above in group.displaced:
        _displace(places, above, lows, highs)
    return _rules(group, lows, highs, words)


def _fused(key: _Fused, columns: Columns, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    (name, _), *others = key.fields
    found: npt.NDArray[np.intp] = columns[name].take(rows, mode="clip").astype(np.intp)
    for name, size in others:
        found *= size
        found += columns[name].take(rows, mode="clip")
    return found


def _applies(chunk: _Chunk, s: Words, m: Words) -> tuple[Words, Words]:
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


def _displace(places: Sequence[_Place], above: Sequence[_Place], lows: list[Words], highs: list[Words]) -> None:
    """Takes a rule away where one that displaces it is surely reported; where it may be, the rule is open."""
    surely = maybe = None
    for word in {place.word for place in above}:
        mask = np.uint64(sum(1 << place.bit for place in above if place.word == word))
        sure, may = (lows[word] & mask) != 0, (highs[word] & mask) != 0
        surely = sure if surely is None else surely | sure
        maybe = may if maybe is None else maybe | may
    for word in {place.word for place in places}:
        mask = np.uint64(sum(1 << place.bit for place in places if place.word == word))
        lows[word] &= ~np.where(maybe, mask, np.uint64(0))
        highs[word] &= ~np.where(surely, mask, np.uint64(0))


def _rules(group: _Group, lows: list[Words], highs: list[Words], words: int) -> tuple[list[Words], list[Words]]:
    """From versions to rules."""
    met: list[Words] = [np.zeros(len(lows[0]), np.uint64) for _ in range(words)]
    may: list[Words] = [np.zeros(len(lows[0]), np.uint64) for _ in range(words)]
    for lookups, low, high in zip(group.lookups, lows, highs, strict=True):
        for part, table in enumerate(lookups):
            for source, target in ((low, met), (high, may)):
                pattern = (source >> np.uint64(part * _LOOKUP) & np.uint64((1 << _LOOKUP) - 1)).astype(np.intp)
                for word in range(words):
                    if table[word].any():
                        target[word] |= table[word].take(pattern, mode="clip")
    return met, [possible & ~sure for possible, sure in zip(may, met, strict=True)]
