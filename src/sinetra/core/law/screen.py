"""Many acts at once: the program of the rules (:mod:`sinetra.core.law.screen_program`) on bitmaps.

The answers are those of :func:`sinetra.core.law.evaluate.statuses`: sound, and not tight; nothing is settled here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sinetra.core.law.codes import DOUBT, Codes, Columns, coding
from sinetra.core.law.masks import DAY
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.screen_program import Do, Leaf, Program, write_program
from sinetra.core.law.vocabulary import FIELDS, FieldType

#: One bit an act, the first act in the lowest bit of the first byte.
Bitmap = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]
#: Acts that are worked on at once: enough for a step to take longer than its call, few enough for the cache.
_BLOCK = 1 << 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """``met[rule]`` and ``open[rule]`` are bitmaps over ``length`` acts."""

    length: int
    met: Bitmap
    open: Bitmap


class Screener:
    """Screens columns of codes against a set of rules, with ``threads`` threads."""

    def __init__(self, sets: RuleSets, *, threads: int = 2) -> None:
        self._epochs = len(sets.every.epochs)
        self._program = write_program(sets)
        self._threads = threads

    @property
    def rules(self) -> int:
        return len(self._program.reported)

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each act meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        length = len(columns[DAY])
        met = np.empty((self.rules, _bytes(length)), np.uint8)
        opened = np.empty_like(met)
        wanted = self._program.reported

        def keep(rule: int, place: slice, found: Bitmap) -> None:
            met[rule, place] = found[0]
            np.bitwise_and(found[1], np.invert(found[0]), out=opened[rule, place])

        self._run(columns, length, wanted, keep)
        return Screened(length=length, met=met, open=opened)

    def excepted(self, columns: Columns) -> Bitmap:
        """The rules whose condition surely holds and that surely are excepted, as bitmaps like ``met``."""
        length = len(columns[DAY])
        kept = np.empty((self.rules, _bytes(length)), np.uint8)

        def keep(rule: int, place: slice, found: Bitmap) -> None:
            kept[rule, place] = found[0]

        self._run(columns, length, self._program.excepted, keep)
        return kept

    def _run(
        self, columns: Columns, length: int, wanted: Sequence[int], keep: Callable[[int, slice, Bitmap], None]
    ) -> None:
        def block(start: int) -> None:
            part = {name: column[start : start + _BLOCK] for name, column in columns.items()}
            slots = _run(self._program, part, self._epochs)
            place = slice(start // 8, _bytes(min(start + _BLOCK, length)))
            for rule, slot in enumerate(wanted):
                keep(rule, place, slots[slot])

        starts = range(0, length, _BLOCK)
        if self._threads == 1 or len(starts) == 1:
            for start in starts:
                block(start)
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(block, starts))


def _bytes(length: int) -> int:
    return -(-length // 8)


def _run(program: Program, columns: Columns, epochs: int) -> list[Bitmap]:
    """Every slot of the program: [S, M] as two bitmaps."""
    fields = {name: _Field(name, columns[name], epochs) for name in {leaf.field for leaf in program.leaves}}
    slots = [fields[leaf.field].leaf(leaf) for leaf in program.leaves]
    both, either, neither = np.bitwise_and, np.bitwise_or, np.invert
    turned: dict[int, Bitmap] = {}
    for do, one, other in program.steps:
        if do is Do.AND:
            slots.append(both(slots[one], slots[other]))
        elif do is Do.OR:
            slots.append(either(slots[one], slots[other]))
        else:
            opposite = turned.get(other)
            if opposite is None:
                opposite = turned[other] = neither(slots[other][::-1])
            slots.append(both(slots[one], opposite))
    return slots


class _Field:
    """One column: where it is unknown, where it may turn out to be not applicable, where it has a value."""

    def __init__(self, name: str, codes: Codes, epochs: int) -> None:
        self._codes = codes
        self._sure: Bitmap | None = None
        self._is_list = name != DAY and FIELDS[name].type is FieldType.LIST
        unknown = epochs if name == DAY else coding(name).unknown
        if name != DAY and coding(name).parent is not None:
            self._codes = codes & np.uint8(DOUBT - 1)
            self._sure = _packed(codes < DOUBT)
        self._unknown = _packed(self._codes == unknown)
        self._known = self._codes < (1 << len(FIELDS[name].values)) if self._is_list else None
        self._having: dict[int, Bitmap] = {}
        self._sets: dict[tuple[int, ...], Bitmap] = {}

    def leaf(self, leaf: Leaf) -> Bitmap:
        found = np.empty((2, _bytes(len(self._codes))), np.uint8)
        plain = self._any(leaf.codes)
        np.bitwise_or(plain, self._unknown, out=found[1])
        sure = found[1] if leaf.always else plain
        if self._sure is None:
            found[0] = sure
        else:
            np.bitwise_and(sure, self._sure, out=found[0])
        return found

    def _any(self, codes: tuple[int, ...]) -> Bitmap:
        """Where the field has one of the values."""
        if len(codes) == 1:
            return self._has(codes[0])
        if not self._is_list and codes[-1] - codes[0] == len(codes) - 1:
            low, span = np.uint8(codes[0]), np.uint8(len(codes) - 1)
            return _packed((self._codes - low) <= span)
        found = self._sets.get(codes)
        if found is None:
            found = self._sets[codes] = self._any(codes[:-1]) | self._has(codes[-1])
        return found

    def _has(self, code: int) -> Bitmap:
        found = self._having.get(code)
        if found is None:
            has = self._codes == code if self._known is None else ((self._codes & np.uint8(code)) != 0) & self._known
            found = self._having[code] = _packed(has)
        return found


def _packed(bits: npt.NDArray[np.bool_]) -> Bitmap:
    return np.packbits(bits, bitorder="little")


def words(bits: Bitmap, length: int) -> Words:
    """Bitmaps by rule turned into words by act: ``[w, act]`` has the rules ``64 w`` to ``64 w + 63`` as bits."""
    count = -(-len(bits) // 64)
    found = np.zeros((bits.shape[1] * 8, count * 8), np.uint8)
    for group in range(0, len(bits), 8):
        eight = np.zeros((bits.shape[1], 8), np.uint8)
        eight[:, : len(bits) - group] = bits[group : group + 8].T
        found[:, group // 8] = _turned(eight.view(np.uint64)[:, 0]).view(np.uint8)
    return np.ascontiguousarray(found.view(np.uint64)[:length].T)


def _turned(square: Words) -> Words:
    """Eight by eight bits, one square a word, turned over their diagonal."""
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0x00000000F0F0F0F0)):
        by = np.uint64(shift)
        moved = (square ^ (square >> by)) & np.uint64(mask)
        square = square ^ moved ^ (moved << by)
    return square
