"""Many acts at once: the program of the rules (:mod:`sinetra.core.law.screen_program`) on bitmaps.

The answers are those of :func:`sinetra.core.law.evaluate.statuses`: sound, and not tight; nothing is settled here.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from sinetra.core.law.codes import DOUBT, Codes, Columns, coding
from sinetra.core.law.masks import DAY
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.screen_program import Do, Leaf, Program, excepted, reported
from sinetra.core.law.vocabulary import FIELDS, FieldType

#: One bit an act, the first act in the lowest bit of the first byte.
Bitmap = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]
#: Acts that are worked on at once: so many that a step takes longer than calling it, and threads seldom wait.
_BLOCK = 1 << 19


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """``sure[rule]`` and ``may[rule]`` are bitmaps over ``length`` acts: met is what is sure, open what only may be."""

    length: int
    sure: Bitmap
    may: Bitmap

    @property
    def open(self) -> Bitmap:
        return self.may & np.invert(self.sure)


class Screener:
    """Screens columns of codes against a set of rules, with ``threads`` threads."""

    def __init__(self, sets: RuleSets, *, threads: int = 2) -> None:
        self._epochs = len(sets.every.epochs)
        self._rules = max(sets.every.rule_of) + 1
        self._reported, self._excepted = reported(sets), excepted(sets)
        self._threads = threads

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each act meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        length = len(columns[DAY])
        found = np.empty((2, self._rules, _bytes(length)), np.uint8)

        def keep(rule: int, place: slice, interval: Bitmap) -> None:
            found[:, rule, place] = interval

        self._run(self._reported, columns, keep)
        return Screened(length=length, sure=found[0], may=found[1])

    def excepted(self, columns: Columns) -> Bitmap:
        """The rules whose condition surely holds and that surely are excepted, as bitmaps like ``met``."""
        kept = np.empty((self._rules, _bytes(len(columns[DAY]))), np.uint8)

        def keep(rule: int, place: slice, found: Bitmap) -> None:
            kept[rule, place] = found[0]

        self._run(self._excepted, columns, keep)
        return kept

    def _run(self, program: Program, columns: Columns, keep: Callable[[int, slice, Bitmap], None]) -> None:
        length = len(columns[DAY])

        def block(start: int) -> None:
            stop = min(start + _BLOCK, length)
            place = slice(start // 8, _bytes(stop))
            part = {name: column[start:stop] for name, column in columns.items()}
            _run(program, part, self._epochs, lambda rule, found: keep(rule, place, found))

        starts = range(0, length, _BLOCK)
        if self._threads == 1 or len(starts) == 1:
            for start in starts:
                block(start)
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(block, starts))


def _bytes(length: int) -> int:
    return -(-length // 8)


def _run(program: Program, columns: Columns, epochs: int, keep: Callable[[int, Bitmap], None]) -> None:
    """Works through the steps, [S, M] of each as two bitmaps, and hands on what is the answer of a rule."""
    fields = {name: _Field(name, columns[name], epochs) for name in {leaf.field for leaf in program.leaves}}
    slots: dict[int, Bitmap] = {}
    for slot, step in enumerate(program.steps):
        if step.do is Do.AND:
            found = slots[step.one] & slots[step.other]
        elif step.do is Do.NOT:
            found = np.invert(slots[step.one][::-1])
        elif step.do is Do.OR:
            found = slots[step.one] | slots[step.other]
        else:
            leaf = program.leaves[step.one]
            found = fields[leaf.field].leaf(leaf)
        slots[slot] = found
        for rule in step.rules:
            keep(rule, found)
        # What is not needed any more gives its place in the cache to the next step.
        for over in step.over:
            del slots[over]


class _Field:
    """One column as bitmaps of the bits of its codes; a set of codes is put together from stretches that share bits."""

    def __init__(self, name: str, codes: Codes, epochs: int) -> None:
        self._codes = codes
        self._list_bits = 0
        if name == DAY:
            self._unknown_code, parent = epochs, None
        else:
            self._unknown_code, parent = coding(name).unknown, coding(name).parent
            if FIELDS[name].type is FieldType.LIST:
                self._list_bits = len(FIELDS[name].values)
        self._bits = self._unknown_code.bit_length()
        self._made: dict[object, Bitmap] = {}
        # The highest bit: the field may turn out to be not applicable.
        self._sure = None if parent is None else np.invert(self._packed(DOUBT))
        self._unknown = self._stretch(0, self._unknown_code)

    def leaf(self, leaf: Leaf) -> Bitmap:
        """[S, M] of the field having one of the values."""
        plain = self._has(leaf.codes) if self._list_bits else self._any(_cover(leaf.codes, self._unknown_code))
        found = np.empty((2, len(plain)), np.uint8)
        np.bitwise_or(plain, self._unknown, out=found[1])
        sure = found[1] if leaf.always else plain
        if self._sure is None:
            found[0] = sure
        else:
            np.bitwise_and(sure, self._sure, out=found[0])
        return found

    def _packed(self, mask: int) -> Bitmap:
        return np.packbits(self._codes & np.uint8(mask), bitorder="little")

    def _plane(self, bit: int, value: int) -> Bitmap:
        """Where a bit of the code has the value."""
        found = self._made.get((bit, value, "plane"))
        if found is None:
            found = self._packed(1 << bit) if value else np.invert(self._plane(bit, 1))
            self._made[bit, value, "plane"] = found
        return found

    def _stretch(self, low: int, start: int) -> Bitmap:
        """Where the code is ``start`` when its lowest ``low`` bits are left out."""
        found = self._made.get((low, start))
        if found is None:
            found = self._plane(low, start & 1)
            if low + 1 < self._bits:
                found = self._stretch(low + 1, start >> 1) & found
            self._made[low, start] = found
        return found

    def _any(self, stretches: tuple[tuple[int, int], ...]) -> Bitmap:
        if len(stretches) == 1:
            return self._stretch(*stretches[0])
        found = self._made.get(stretches)
        if found is None:
            found = self._made[stretches] = self._any(stretches[:-1]) | self._stretch(*stretches[-1])
        return found

    def _has(self, entries: tuple[int, ...]) -> Bitmap:
        """Where a list has one of the entries; a list that is not applicable or unknown has the bit above them."""
        found = self._plane(entries[0].bit_length() - 1, 1)
        for entry in entries[1:]:
            found = found | self._plane(entry.bit_length() - 1, 1)
        return found & self._plane(self._list_bits, 0)


@cache
def _cover(codes: tuple[int, ...], highest: int) -> tuple[tuple[int, int], ...]:
    """As few stretches as hold these codes and no other from 0 to ``highest``: (bits left out, start).

    >>> _cover((0, 1, 2, 3, 6), 9)
    ((2, 0), (0, 6))
    """
    bits = highest.bit_length()
    left, free, found = set(codes), range(highest + 1, 1 << bits), []
    for low in reversed(range(bits)):
        for start in range(1 << bits - low):
            span = set(range(start << low, (start + 1) << low))
            if span & left and span <= left.union(free):
                found.append((low, start))
                left -= span
    return tuple(found)


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
