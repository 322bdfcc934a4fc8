"""A frozen table as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition, Table
from sinetra.web import parts
from sinetra.web import statistics_words as words
from sinetra.web.parts import Link
from sinetra.web.templatetags.sinetra import angka


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenTable:
    """``total`` None: withheld. ``balances``: the statuses were found to sum to the total."""

    name: str
    title: str
    dimension: str
    definition: str
    table: parts.Table
    total: int | None
    withheld: int
    balances: bool
    url: str

    @property
    def is_nil(self) -> bool:
        return self.total == 0


def shown(edition: Edition, table: Table) -> FrozenTable:
    """Codes as rows, statuses as columns, totals last."""
    columns, names = (*table.statuses, ALL), words.code_words(table.dimension, table.codes)
    rows = [
        [parts.Cell(text=names.get(code, str(words.EVERYTHING))), *(_cell(table.value(one, code)) for one in columns)]
        for code in (*table.codes, ALL)
    ]
    heads = [parts.Column(text=words.status_word(table.unit, status), number=True) for status in columns]
    dimension = str(words.DIMENSIONS[table.dimension])
    return FrozenTable(
        name=table.name,
        title=title(table),
        dimension=dimension,
        definition=str(words.UNITS[table.unit].definition),
        table=parts.Table(caption=title(table), columns=[parts.Column(text=dimension), *heads], rows=rows),
        total=table.total,
        withheld=table.withheld,
        balances=table.unit in edition.balanced,
        url=reverse("frozen_table", args=[edition.as_of.isoformat(), table.name]),
    )


def _cell(value: int | None) -> parts.Cell:
    return parts.Cell(text=_("ditahan") if value is None else angka(value))


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
    return [Link(text=kind.upper(), url=f"{base}.{kind}") for kind in ("csv", "parquet")] + [
        Link(text="JSON", url=base)
    ]
