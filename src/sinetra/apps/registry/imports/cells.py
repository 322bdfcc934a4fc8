"""Reading one row: what is wrong is noted with its place, and the row goes on to its next cell."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from sinetra.apps.registry.csv_rows import CsvRow, Problem
from sinetra.core.errors import gettext_noop

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Cells:
    """The cells of one row; problems go to the list of the whole file."""

    def __init__(self, row: CsvRow, problems: list[Problem]) -> None:
        self._row = row
        self._problems = problems

    def wrong(self, column: str, message: str, *, value: object = "", accepted: tuple[str, ...] = ()) -> None:
        problem = Problem(row=self._row.number, column=column, message=message, value=value, accepted=accepted)
        self._problems.append(problem)

    def note(self, problem: Problem) -> None:
        self._problems.append(problem)

    @property
    def number(self) -> int:
        return self._row.number

    def text(self, column: str, *, longest: int) -> str:
        value = self._row.values[column]
        if len(value) > longest:
            self.wrong(column, gettext_noop("lebih dari %(value)s huruf"), value=longest)
        return value

    def needed(self, column: str, *, longest: int) -> str:
        value = self.text(column, longest=longest)
        if not value:
            self.wrong(column, gettext_noop("kosong"))
        return value

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
            self.wrong(column, message, value=repr(self._row.values[column]), accepted=accepted)
            return None

    def known(self, column: str, among: Mapping[str, T]) -> T | None:
        """The thing of that code; None for an empty cell, and for a code that nobody knows (noted)."""
        code = self._row.values[column]
        if not code:
            return None
        if code not in among:
            message = gettext_noop("%(value)s tidak dikenal")
            self.wrong(column, message, value=repr(code), accepted=tuple(sorted(among)[:10]))
            return None
        return among[code]
