"""The masks of the law engine as numpy tables, one group of them an act.

Acts are taken by their code: the few versions that an act can meet fit in a few words of 64 bits, exceptions included.
The fields are fused into keys, and for each word and key two tables, for S and M, are all that is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sinetra.core.law.codes import coding
from sinetra.core.law.masks import DAY, FieldMasks, Head, Key, Masks, Section, compile_masks
from sinetra.core.law.rulesets import ACT, RuleSets

Words = npt.NDArray[np.uint64]
WORD = 64
#: How many versions are turned into rules by one look-up.
LOOKUP = 16
#: The largest table of a fused key; two of them, for S and M, should stay in the second-level cache.
_TABLE = 1 << 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """Fields fused into one number: the code of the first times the sizes of the others, and so on."""

    fields: tuple[tuple[str, int], ...]

    @property
    def size(self) -> int:
        found = 1
        for _, size in self.fields:
            found *= size
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Versions that fit in a word with their exceptions; ``low[k]``, ``high[k]``: S and M by the k-th key."""

    width: int
    sections: tuple[Section, ...]
    low: tuple[Words, ...]
    high: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A version in the words of a group."""

    word: int
    bit: int


class Group:
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
        places: dict[int, list[Place]] = {}
        for word, chunk in enumerate(chunks):
            for bit, rule in enumerate(chunk.rule_of):
                places.setdefault(rule, []).append(Place(word, bit))
        #: rules that something in the group displaces, in topological order: (where they are, where those are)
        self.displaced = [
            (places[rule], [place for other in above for place in places[other]])
            for rule in sorted(places)
            if (above := [other for other in sets.displaced_by.get(rule, ()) if other in places])
        ]

    def _chunk(self, masks: Masks) -> Chunk:
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
        return Chunk(width=masks.width, sections=masks.sections, low=tuple(low), high=tuple(high))

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
        if chunk and (len(chunk) + 1) * _sections([*chunk, head]) > WORD:
            yield chunk
            chunk = []
        chunk.append(head)
        if widest > WORD:
            raise ValueError(f"a norm of more than {WORD} nodes")
    if chunk:
        yield chunk


def _bits(head: Head) -> int:
    return 1 + sum(_bits(inner) for inner in head.unless)


def _sections(heads: Sequence[tuple[int, int, Head]]) -> int:
    masks = compile_masks(heads, {})
    return masks.repeat.bit_count()


def _fuse(fields: Sequence[tuple[str, int]]) -> tuple[Fused, ...]:
    keys: list[Fused] = []
    for field in sorted(fields, key=lambda item: -item[1]):
        for place, key in enumerate(keys):
            if key.size * field[1] <= _TABLE:
                keys[place] = Fused(fields=(*key.fields, field))
                break
        else:
            keys.append(Fused(fields=(field,)))
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
    words = -(-rules // WORD)
    found = []
    for start in range(0, chunk.width, LOOKUP):
        owners = chunk.rule_of[start : start + LOOKUP]
        table = np.zeros((words, 1 << len(owners)), np.uint64)
        for bit, rule in enumerate(owners):
            block = table.reshape(words, -1, 2, 1 << bit)
            block[rule // WORD, :, 1, :] |= np.uint64(1 << rule % WORD)
        found.append(table)
    return found
