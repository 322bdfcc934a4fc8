"""From the published bytes alone, all tables at once, no withheld number comes out; of a careless edition it does."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from report_cast import Cast

sys.path.insert(0, str(Path(__file__).parents[2] / "core" / "statistics"))

from published import recovered

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition, edition_of
from sinetra.core.statistics.protect import WIDTH

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast: Cast) -> Edition:
    for number in range(22):
        acts = ["like", "share"] if number % 3 else ["like"]
        information = number % 4 == 0
        changes = {"channel": "initial_information", "reporter": None} if information else {}
        cast.matter(acts=acts, **changes)
    for _ in range(6):
        cast.sent()
    cast.in_plenary()
    return edition_of(bytes(freeze(as_of=date(2024, 11, 22), actor=SYSTEM).content))


def test_nothing_withheld_comes_out_of_all_tables_together(edition):
    assert any(row.value is None for table in edition.tables for row in table.rows)
    assert any(row.value for table in edition.tables for row in table.rows)
    assert recovered(edition, WIDTH) == {}


def test_the_same_look_finds_a_total_that_should_have_been_withheld(edition):
    """One withheld total is told in one table: with the others it gives its neighbour away."""
    table = edition.table("case-by-channel")
    true = {"received": 22, "in_examination": 1, "forwarded": 6}
    hidden = [row for row in table.rows if row.value is None and row.code == ALL and row.status in true]
    assert len(hidden) >= 2
    told = {row.status: true[row.status] for row in hidden[1:]}
    tables = tuple(
        replace(
            one,
            rows=tuple(
                replace(row, value=told[row.status]) if row.code == ALL and row.status in told else row
                for row in one.rows
            ),
        )
        if one.unit == "case"
        else one
        for one in edition.tables
    )
    assert recovered(replace(edition, tables=tables), WIDTH)
