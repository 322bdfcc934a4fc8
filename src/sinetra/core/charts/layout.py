"""What the charts share: a column of rows that grows downward, a key of patterns, an empty drawing, a description."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from sinetra.core.charts.chart import Chart, Table
from sinetra.core.charts.svg import WIDTH, Canvas
from sinetra.core.charts.text import BOLD, LINE, SIZE, SMALL, plain, width, wrap

#: Free units on the left and the right, so that no rim of a mark is cut.
PAD = 8
INNER = WIDTH - 2 * PAD
_DESCRIBED = 12


def lines(canvas: Canvas, y: int, text: str, css: str = "c-text", *, room: int = INNER, most: int = 3) -> int:
    """Writes wrapped text from ``y`` (its upper edge) down; returns the lower edge."""
    for line in wrap(plain(text), room, SMALL if css == "c-small" else SIZE, most):
        canvas.text(PAD, y + 14, line, css, room=room)
        y += LINE
    return y


def headed(canvas: Canvas, y: int, name: str, number: str) -> int:
    """A row's name with its number at the right end of the first line; returns the lower edge."""
    taken = min(ceil(width(number) * BOLD), INNER // 2)
    canvas.text(WIDTH - PAD, y + 14, number, "c-strong", room=taken, end=True)
    return max(lines(canvas, y, name, room=INNER - taken - PAD), y + LINE)


def key(canvas: Canvas, y: int, entries: Iterable[tuple[str, str]]) -> int:
    """Patterns and what they mean, one a line; returns the lower edge."""
    for pattern, word in entries:
        canvas.filled(PAD, y + 2, 24, 14, pattern)
        canvas.text(PAD + 32, y + 14, plain(word), "c-small", room=INNER - 32)
        y += LINE + 4
    return y + 6


def small(canvas: Canvas, y: int, text: str, most: int = 3) -> int:
    return lines(canvas, y, text, "c-small", most=most)


def empty(name: str, title: str, word: str, table: Table) -> Chart:
    """Nothing to draw is said, not shown as a blank."""
    canvas = Canvas(name)
    bottom = lines(canvas, PAD, word)
    return Chart(name=name, title=title, svg=canvas.svg(max(bottom + PAD, 48), title, word), table=table, is_empty=True)


def described(rows: Sequence[str]) -> str:
    """The numbers as a sentence for a reader who hears the drawing; the table has the rest.

    >>> described(["Diterima 12", "Dikaji 9"])
    'Diterima 12; Dikaji 9.'
    """
    return "; ".join(rows[:_DESCRIBED]) + ("; …" if len(rows) > _DESCRIBED else ".")
