"""A chart: the drawing, and the table of the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.charts.numbers import Marks, rounded
from sinetra.core.charts.svg import Markup, alone

Value = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``places``: decimals of a column of numbers; None: a column of text. ``sign``: a plus before what is above 0."""

    text: str
    places: int | None = None
    sign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``url``: the list behind the row, which its first cell opens."""

    cells: Sequence[Value]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The numbers of a drawing. A row has as many cells as there are columns."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    marks: Marks

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a row has as many cells as there are columns")

    @property
    def values(self) -> list[list[Value]]:
        """For a file: each number rounded as it is printed."""
        return [
            [_value(cell, column) for cell, column in zip(row.cells, self.columns, strict=True)] for row in self.rows
        ]

    @property
    def texts(self) -> list[list[str]]:
        """For a reader, in the marks of the language."""
        return [
            [_said(cell, column, self.marks) for cell, column in zip(row.cells, self.columns, strict=True)]
            for row in self.rows
        ]


def _value(cell: Value, column: Column) -> Value:
    if cell is None or isinstance(cell, str) or column.places is None:
        return cell
    return rounded(cell, column.places) if column.places else round(cell)


def _said(cell: Value, column: Column, marks: Marks) -> str:
    if isinstance(cell, str):
        return cell
    return marks.say(cell, column.places or 0, sign=column.sign)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """``name`` is unique on its page; ``title`` says what the numbers show. ``is_empty``: there was nothing to draw."""

    name: str
    title: str
    svg: Markup
    table: Table
    is_empty: bool = False

    @property
    def file(self) -> str:
        """The drawing as an SVG file that needs no style sheet (a download, a typeset document)."""
        return alone(self.svg)
