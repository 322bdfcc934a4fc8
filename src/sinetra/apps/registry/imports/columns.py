"""What a file may hold, as ``sinetra import … --columns`` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``accepted`` is empty for free text."""

    name: str
    required: bool = False
    accepted: tuple[str, ...] = ()


def required(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.required)


def optional(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if not column.required)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Rows in the file, newly stored and changed; the rest said what was known."""

    read: int
    created: int
    changed: int
