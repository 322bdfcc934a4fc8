"""Many acts at once: the program of the rules (:mod:`sinetra.core.law.screen_program`) on bitmaps.

The answers are those of :func:`sinetra.core.law.evaluate.statuses`: sound, and not tight; nothing is settled here.
"""

from __future__ import annotations

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
#: Acts that are worked on at once: so many that a step takes longer than calling it. Two threads were tried and gained
#: nothing: they wait for each other between the steps.
_BLOCK = 1 << 20


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
    """Screens columns of codes against a set of rules; one call at a time."""

    def __init__(self, sets: RuleSets) -> None:
        self._epochs = len(sets.every.epochs)
        self._rules = max(sets.every.rule_of) + 1
        self._reported, self._excepted = reported(sets), excepted(sets)
        self._space = _Space()

    def __call__(self, columns: Columns) -> Screened:
        """Which rules each act meets, and which are open. ``columns``: as :mod:`sinetra.core.law.codes` makes them."""
        sure, may = self._run(self._reported, columns)
        return Screened(length=len(columns[DAY]), sure=sure, may=may)

    def excepted(self, columns: Columns) -> Bitmap:
        """The rules whose condition surely holds and that surely are excepted, as bitmaps like ``sure``."""
        sure: Bitmap = self._run(self._excepted, columns)[0]
        return sure

    def _run(self, program: Program, columns: Columns) -> Bitmap:
        length = len(columns[DAY])
        found = np.empty((2, self._rules, _bytes(length)), np.uint8)

        for start in range(0, length, _BLOCK):
            stop = min(start + _BLOCK, length)
            part = {name: column[start:stop] for name, column in columns.items()}
            _run(program, part, self._epochs, found[:, :, start // 8 : _bytes(stop)], self._space)
        return found


def _bytes(length: int) -> int:
    return -(-length // 8)


class _Space:
    """Memory that is used again for every block: to get it from the system anew takes as long as the work in it."""

    def __init__(self) -> None:
        self._pairs: list[Bitmap] = []
        self._used = self._most = 0
        self.length = self.size = 0
        self.bytes = np.empty(0, np.uint8)

    def begin(self, length: int) -> None:
        """Everything is free; there are ``length`` acts. ``bytes`` has one for each."""
        self.length, self.size, self._used = length, _bytes(length), 0
        if length > self._most:
            self._most, self._pairs = length, []
            self.bytes = np.empty(length, np.uint8)

    def pair(self) -> Bitmap:
        """Place for two bitmaps, one above the other."""
        if self._used == len(self._pairs):
            self._pairs.append(np.empty((2, _bytes(self._most)), np.uint8))
        self._used += 1
        return self._pairs[self._used - 1][:, : self.size]


def _run(program: Program, columns: Columns, epochs: int, answers: Bitmap, space: _Space) -> None:
    """Works through the steps, [S, M] of each as two bitmaps; ``answers[:, rule]`` is where that of a rule belongs.

    What no later step needs gives its place to the next, so that all work is done in the same few places.
    """
    space.begin(len(columns[DAY]))
    fields = {name: _Field(name, columns[name], epochs, space) for name in {leaf.field for leaf in program.leaves}}
    slots: dict[int, Bitmap] = {}
    free: list[Bitmap] = []
    for slot, step in enumerate(program.steps):
        found = answers[:, step.rules[0]] if step.rules else free.pop() if free else space.pair()
        if step.do is Do.AND:
            np.bitwise_and(slots[step.one], slots[step.other], out=found)
        elif step.do is Do.NOT:
            np.invert(slots[step.one][::-1], out=found)
        elif step.do is Do.OR:
            np.bitwise_or(slots[step.one], slots[step.other], out=found)
        else:
            leaf = program.leaves[step.one]
            fields[leaf.field].leaf(leaf, found)
        slots[slot] = found
        for rule in step.rules[1:]:
            answers[:, rule] = found
        for over in step.over:
            done = slots.pop(over)
            if not program.steps[over].rules:
                free.append(done)


class _Field:
    """One column as bitmaps of the bits of its codes; a set of codes is put together from stretches that share bits."""

    def __init__(self, name: str, codes: Codes, epochs: int, space: _Space) -> None:
        self._codes, self._space = codes, space
        self._spare: list[Bitmap] = []
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
        self._sure = None if parent is None else self._inverse(self._packed(DOUBT))
        self._unknown = self._stretch(0, self._unknown_code)

    def leaf(self, leaf: Leaf, found: Bitmap) -> None:
        """[S, M] of the field having one of the values, into ``found``."""
        plain = self._has(leaf.codes) if self._list_bits else self._any(_cover(leaf.codes, self._unknown_code))
        np.bitwise_or(plain, self._unknown, out=found[1])
        sure = found[1] if leaf.always else plain
        if self._sure is None:
            found[0] = sure
        else:
            np.bitwise_and(sure, self._sure, out=found[0])

    def _packed(self, mask: int) -> Bitmap:
        bits = np.bitwise_and(self._codes, np.uint8(mask), out=self._space.bytes[: self._space.length])
        found = self._place()
        found[:] = np.packbits(bits, bitorder="little")
        return found

    def _place(self) -> Bitmap:
        if not self._spare:
            self._spare.extend(self._space.pair())
        return self._spare.pop()

    def _inverse(self, bits: Bitmap) -> Bitmap:
        return np.invert(bits, out=self._place())

    def _plane(self, bit: int, value: int) -> Bitmap:
        """Where a bit of the code has the value."""
        found = self._made.get((bit, value, "plane"))
        if found is None:
            found = self._packed(1 << bit) if value else self._inverse(self._plane(bit, 1))
            self._made[bit, value, "plane"] = found
        return found

    def _stretch(self, low: int, start: int) -> Bitmap:
        """Where the code is ``start`` when its lowest ``low`` bits are left out."""
        found = self._made.get((low, start))
        if found is None:
            found = self._plane(low, start & 1)
            if low + 1 < self._bits:
                found = np.bitwise_and(self._stretch(low + 1, start >> 1), found, out=self._place())
            self._made[low, start] = found
        return found

    def _any(self, stretches: tuple[tuple[int, int], ...]) -> Bitmap:
        if len(stretches) == 1:
            return self._stretch(*stretches[0])
        found = self._made.get(stretches)
        if found is None:
            one, other = self._any(stretches[:-1]), self._stretch(*stretches[-1])
            found = self._made[stretches] = np.bitwise_or(one, other, out=self._place())
        return found

    def _has(self, entries: tuple[int, ...]) -> Bitmap:
        """Where a list has one of the entries; a list that is not applicable or unknown has the bit above them."""
        found = self._place()
        found[:] = self._plane(entries[0].bit_length() - 1, 1)
        for entry in entries[1:]:
            np.bitwise_or(found, self._plane(entry.bit_length() - 1, 1), out=found)
        return np.bitwise_and(found, self._plane(self._list_bits, 0), out=found)


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
