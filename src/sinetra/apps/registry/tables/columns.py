"""What a file may hold, as ``sinetra import … --columns`` prints it, and what its head must say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.errors import BadInput, gettext_noop


class Holds(StrEnum):
    """What a column holds: a spreadsheet damages each kind in another way."""

    TEXT = "text"  # words; a number or a date in it is a cell that moved or changed
    CODE = "code"  # may be a number, with zeros in front that a spreadsheet drops
    DIGITS = "digits"  # eighteen digits: more than a spreadsheet's number can hold
    DATE = "date"  # a day: a date cell becomes ISO text, words stay as they are
    FLAG = "flag"  # true or false, which a spreadsheet makes a value of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``accepted`` is empty for free text."""

    name: str
    required: bool = False
    accepted: tuple[str, ...] = ()
    holds: Holds = Holds.TEXT


def required(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.required)


def optional(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if not column.required)


def check_head(file: str, head: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> None:
    """Order does not matter; a column that nobody asked for is an error. Errors: ``BadInput``."""
    accepted = (*columns, *optional)
    strange = [name or "?" for name in head if name not in accepted or head.count(name) > 1]
    missing = [name for name in columns if name not in head]
    if missing:
        raise BadInput(
            gettext_noop("%(file)s, baris 1: kolom %(value)s tidak ada; kolom yang diterima: %(accepted)s"),
            field=missing[0],
            accepted=accepted,
            file=file,
            value=", ".join(missing),
        )
    if strange:
        raise BadInput(
            gettext_noop(
                "%(file)s, baris 1: kolom %(value)s tidak dikenal atau berulang; kolom yang diterima: %(accepted)s"
            ),
            field=strange[0],
            accepted=accepted,
            file=file,
            value=", ".join(dict.fromkeys(strange)),
        )
