"""A frozen table as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition, Table
from sinetra.web import statistics_words as words
from sinetra.web.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One code with its numbers by status, the total last; None: withheld."""

    word: str
    values: Sequence[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenTable:
    """``balances``: the statuses were found to sum to the total. ``columns``: the statuses, "all" last."""

    name: str
    title: str
    unit: str
    dimension: str
    definition: str
    columns: Sequence[str]
    lines: Sequence[Line]
    total: Line
    withheld: int
    balances: bool
    is_nil: bool
    url: str


def shown(edition: Edition, table: Table) -> FrozenTable:
    said = words.UNITS[table.unit]
    columns = (*table.statuses, ALL)
    names = words.code_words(table.dimension, table.codes)
    return FrozenTable(
        name=table.name,
        title=title(table),
        unit=str(said.plural),
        dimension=str(words.DIMENSIONS[table.dimension]),
        definition=str(said.definition),
        columns=[words.status_word(table.unit, status) for status in columns],
        lines=[Line(word=names[code], values=[table.value(status, code) for status in columns]) for code in table.codes],
        total=Line(word=str(words.EVERYTHING), values=[table.value(status, ALL) for status in columns]),
        withheld=table.withheld,
        balances=table.unit in edition.balanced,
        is_nil=table.total == 0,
        url=reverse("frozen_table", args=[edition.as_of.isoformat(), table.name]),
    )


def title(table: Table) -> str:
    return f"{words.UNITS[table.unit].plural}: {words.DIMENSIONS[table.dimension]}"


def downloads(edition: Edition, table: Table | None = None) -> list[Link]:
    """The same numbers as files, of one table or of all."""
    name = edition.as_of.isoformat()
    if table is None:
        base = reverse("api:statistics_edition", args=[name])
        return [Link(text=kind.upper(), url=f"{base}/data.{kind}") for kind in ("csv", "parquet")] + [
            Link(text="JSON", url=base)
        ]
    base = reverse("api:statistics_table", args=[name, table.name])
    return [Link(text=kind.upper(), url=f"{base}.{kind}") for kind in ("csv", "parquet")] + [Link(text="JSON", url=base)]
