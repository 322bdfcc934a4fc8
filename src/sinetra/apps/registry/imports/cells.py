"""Reading one row: what is wrong is noted with its place, and the row goes on to its next cell."""

from __future__ import annotations

import heapq
import re
from collections import UserDict
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.apps.registry.tables.row import DAMAGED, TableRow
from sinetra.core.errors import gettext_noop

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
# "1-Mei", "05/01/2024": what a spreadsheet makes of a code such as 5-1.
_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_DATE = re.compile(r"\d{1,4}[-/ ](\d{1,2}|[A-Za-z]{3,9})([-/ ]\d{2,4})?")


class Codes(UserDict[str, T], Generic[T]):
    """What is known by a code, with the first ten codes as a hint, and codes that lost the zeros in front."""

    @cached_property
    def hint(self) -> tuple[str, ...]:
        return tuple(heapq.nsmallest(10, self.data))

    @cached_property
    def _without_zeros(self) -> dict[str, str]:
        return {code.lstrip("0"): code for code in self.data if code.startswith("0")}

    def with_zeros(self, code: str) -> str:
        """The code that ``code`` may have been before a spreadsheet took it for a number; "" when there is none."""
        return self._without_zeros.get(code, "") if code.isdecimal() else ""


class Cells:
    """The cells of one row; problems go to those of the whole file. A cell that the reader found damaged is told of
    already."""

    def __init__(self, row: TableRow, problems: Problems) -> None:
        self._row = row
        self._problems = problems

    def wrong(self, column: str, message: str, *, value: object = "", accepted: tuple[str, ...] = ()) -> None:
        self.note(Problem(row=self._row.number, column=column, message=message, value=value, accepted=accepted))

    def note(self, problem: Problem) -> None:
        self._problems.append(problem)

    @property
    def number(self) -> int:
        return self._row.number

    def text(self, column: str, *, longest: int) -> str:
        value = self._row.values[column]
        if value == DAMAGED:
            return ""
        if len(value) > longest:
            self.wrong(column, gettext_noop("lebih dari %(value)s huruf"), value=longest)
        if "\ufffd" in value:
            self.wrong(column, gettext_noop("%(value)s: ada huruf yang rusak; simpan ulang sebagai UTF-8"), value=value)
        return value

    def needed(self, column: str, *, longest: int) -> str:
        value = self.text(column, longest=longest)
        if not value and self._row.values[column] != DAMAGED:
            self.wrong(column, gettext_noop("kosong"))
        return value

    def name(self, column: str, *, longest: int) -> str:
        """Words: a number alone is a date or another column."""
        value = self.needed(column, longest=longest)
        if value.isdecimal():
            message = gettext_noop("%(value)s hanya angka; tanggal dari Excel, atau kolom yang bergeser?")
            self.wrong(column, message, value=repr(value))
        return value

    def day(self, column: str) -> date | None:
        """``2024-11-20``, ``20/11/2024``, ``20-11-2024`` or ``20.11.2024``; None when empty or wrong (noted)."""
        text = self._row.values[column]
        if not text or text == DAMAGED:
            return None
        found = _DAY.fullmatch(text)
        try:
            if found is not None:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            return date.fromisoformat(text)
        except ValueError:
            message = gettext_noop("%(value)s bukan tanggal; yang diterima: %(accepted)s")
            self.wrong(column, message, value=repr(text), accepted=("2024-11-20", "20/11/2024"))
            return None

    def one_of(self, column: str, values: type[E], default: E | None = None) -> E | None:
        """None when the cell is wrong (noted), or empty without a default (noted)."""
        text = self._row.values[column].lower()
        if not text and default is not None:
            return default
        try:
            return values(text)
        except ValueError:
            message = gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s")
            accepted = tuple(value.value for value in values)
            if text != DAMAGED:
                self.wrong(column, message, value=repr(self._row.values[column]), accepted=accepted)
            return None

    def known(self, column: str, among: Codes[T]) -> T | None:
        """The thing of that code; None for an empty cell, and for a code that nobody knows (noted)."""
        code = self._row.values[column]
        if not code or code == DAMAGED:
            return None
        found = among.data.get(code)
        if found is None:
            self.unknown(column, code, among.with_zeros(code), among.hint)
        return found

    def unknown(self, column: str, code: str, with_zeros: str, hint: tuple[str, ...] = ()) -> None:
        if with_zeros:
            message = gettext_noop("%(value)s: nol di depan hilang; mungkin maksud Anda %(accepted)s")
            self.wrong(column, message, value=repr(code), accepted=(with_zeros,))
        elif _DATE.fullmatch(code):
            message = gettext_noop("%(value)s tidak dikenal; Excel mengubah kode menjadi tanggal?")
            self.wrong(column, message, value=repr(code), accepted=hint)
        else:
            self.wrong(column, gettext_noop("%(value)s tidak dikenal"), value=repr(code), accepted=hint)
