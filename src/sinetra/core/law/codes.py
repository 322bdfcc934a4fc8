"""Facts as columns of small numbers, one a field: the form in which many acts are screened at once.

The code of a value is its place among the values of the field (of a list: the bits of its entries); then come *not
applicable* and *unknown*. A field whose parent is unknown may turn out to be not applicable: its codes are the same,
with the highest bit set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from sinetra.core.law.masks import Key, Masks
from sinetra.core.law.vocabulary import FIELDS, IMPLIED, NOT_APPLICABLE, FieldType

#: Set in the code of a field that may turn out to be not applicable.
DOUBT = 128
Codes = npt.NDArray[np.uint8]
#: Column of codes by field, ``act_date`` included; all of one length.
Columns = Mapping[str, Codes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The codes of one field. ``keys[code]`` is the value as facts hold it."""

    name: str
    keys: tuple[Key, ...]
    parent: str | None
    code_of: Mapping[Key, int]

    @property
    def unknown(self) -> int:
        return len(self.keys) - 1

    @property
    def not_applicable(self) -> int:
        return len(self.keys) - 2


@cache
def coding(name: str) -> Coding:
    """
    >>> coding("act.active").keys
    ('true', 'false', 'not_applicable', None)
    """
    item = FIELDS[name]
    values: Sequence[str | frozenset[str]] = item.values
    if item.type is FieldType.LIST:
        values = [
            frozenset(value for place, value in enumerate(item.values) if bits >> place & 1)
            for bits in range(1 << len(item.values))
        ]
    keys: tuple[Key, ...] = (*values, NOT_APPLICABLE, None)
    if len(keys) > (2 * DOUBT if item.dependency is None else DOUBT):
        raise ValueError(f"{name} has too many values for a byte")
    return Coding(
        name=name,
        keys=keys,
        parent=None if item.dependency is None else item.dependency.parent,
        code_of={key: code for code, key in enumerate(keys)},
    )


def complete_columns(columns: Mapping[str, Codes], length: int) -> dict[str, Codes]:
    """Fills in what follows from the known values, as :func:`sinetra.core.law.facts.complete` does for one act.

    ``columns``: codes of the fields that are known at all; a field that is left out is unknown.
    """
    found: dict[str, Codes] = {}
    for name in FIELDS:
        given = columns.get(name)
        found[name] = np.full(length, coding(name).unknown, np.uint8) if given is None else given.copy()
    for implied in IMPLIED:
        own, parent = coding(implied.field), coding(implied.parent)
        follows = (found[implied.parent] == parent.code_of[implied.value]) & (found[implied.field] == own.unknown)
        found[implied.field][follows] = own.code_of[implied.fact]
    for name, item in FIELDS.items():
        if item.dependency is None:
            continue
        own, parent = coding(name), coding(item.dependency.parent)
        above = found[parent.name]
        allowed = np.array([key in item.dependency.values or key is None for key in parent.keys])
        column = np.where(allowed[above], found[name], np.uint8(own.not_applicable))
        found[name] = np.where(above == parent.unknown, column | np.uint8(DOUBT), column)
    return found


def epoch_codes(days: npt.ArrayLike, masks: Masks) -> Codes:
    """The epoch of each day (an ordinal of the proleptic calendar); -1, an unknown day, is the number of epochs."""
    unknown = len(masks.epochs)
    if unknown >= 2 * DOUBT:
        raise ValueError("too many days of change for a byte")
    firsts = np.array([day.toordinal() for day in masks.days], np.int64)
    known = np.asarray(days, np.int64)
    return np.where(known < 0, unknown, np.searchsorted(firsts, known, "right")).astype(np.uint8)
