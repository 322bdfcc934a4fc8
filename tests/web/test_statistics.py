"""The figures: counts of what exists, small cells withheld, the same numbers as CSV, never a name."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

sys.path.insert(0, str(Path(__file__).parents[1] / "apps" / "reports"))

from report_cast import NAME, REPORTER, WORDS, cast

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.apps.insight.live import FROZEN
from sinetra.apps.insight.selectors import GROUPS, public_figures
from sinetra.apps.insight.suppress import SMALLEST, suppress
from sinetra.apps.reports.models import Report
from sinetra.core.casework.states import State
from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import edition_of

__all__ = ["cast"]

pytestmark = pytest.mark.django_db
DAY = date(2024, 11, 22)


@pytest.fixture(autouse=True)
def _no_figures_of_an_earlier_test():
    cache.clear()


def page(language: str = "id") -> html.HtmlElement:
    return html.document_fromstring(Client().get(f"/{language}/statistik/").content.decode())


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(Client().get(f"/id/statistik/{name}.csv").content.decode().splitlines()))


def test_an_empty_installation_says_so_and_still_counts_its_rules():
    text = page().text_content()
    assert "Belum ada laporan di sini" in text
    assert "Aturan dalam katalog yang berlaku" in text
    assert all(item.is_empty for item in public_figures(DAY).tables)


def test_reports_matters_and_acts_are_counted_apart(cast):
    for _ in range(6):
        cast.report()
    for _ in range(5):
        cast.matter(acts=["like", "share"])
    found = public_figures(DAY)
    assert found.table("reports").total == 11
    assert found.table("matters").total == 5
    assert found.table("acts").cells == {"like": 5, "share": 5}
    assert "Belum ada laporan di sini" not in page().text_content()


def test_matters_and_acts_of_today_are_told_nowhere(cast):
    """Whoever looked every day would see each new one: frozen editions tell them."""
    for _ in range(6):
        cast.matter()
    for _ in range(5):
        cast.sent()
    tree = page()
    assert not tree.xpath("//figure[@id='matters' or @id='acts' or @id='hand_overs' or @id='received']")
    assert tree.xpath("//figure[@id='reports']")
    for name in FROZEN:
        assert Client().get(f"/id/statistik/{name}.csv").status_code == 404
    told = {table["name"] for table in Client().get("/api/v1/statistics/summary").json()["tables"]}
    assert not told & FROZEN


def told_reports() -> tuple[str, dict[str, int | None]]:
    cache.clear()
    tables = Client().get("/api/v1/statistics/summary").json()["tables"]
    found = next(table for table in tables if table["name"] == "reports")
    return found["as_of"], found["cells"]


def test_reports_stand_still_between_two_editions(cast):
    """Nearly each is a case: from day to day they would tell every new one, and with it what an edition withholds."""
    for _ in range(6):
        cast.matter()
    freeze(as_of=date(2024, 11, 21), actor=SYSTEM)
    assert told_reports() == ("2024-11-21", {"report": 0, "initial_information": 0})
    freeze(as_of=DAY, actor=SYSTEM)
    assert told_reports() == ("2024-11-22", {"report": 6, "initial_information": 0})
    with patch("sinetra.api.statistics.today", return_value=date(2024, 11, 30)):
        Report.objects.filter(pk=cast.matter().report_id).update(filed_on=date(2024, 11, 25))
        assert told_reports() == ("2024-11-22", {"report": 6, "initial_information": 0})


@pytest.mark.parametrize(("besides", "told"), [(1, None), (4, None), (0, 6), (5, 11)])
def test_reports_do_not_tell_how_few_of_them_are_no_case(cast, besides, told):
    """Six cases beside seven reports would say that one was joined or cleared."""
    for _ in range(6):
        cast.matter()
    for _ in range(besides):
        cast.report()
    freeze(as_of=DAY, actor=SYSTEM)
    assert told_reports()[1]["report"] == told


def test_reports_do_not_tell_a_number_of_cases_that_the_edition_withholds(cast):
    """One of another channel is withheld, and with it the channel beside it."""
    for _ in range(8):
        cast.matter()
    cast.matter(channel="initial_information", reporter=None)
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert edition_of(bytes(row.content)).table("case-by-channel").value(ALL, "report") is None
    assert told_reports()[1]["report"] is None


def test_a_few_reports_are_withheld(cast):
    for _ in range(3):
        cast.report()
    assert public_figures(DAY).table("reports").total is None
    tree = page()
    assert "ditahan" in tree.text_content()
    assert [row["value"] for row in table("reports") if row["code"] == "report"] == [""]
    assert [row["withheld"] for row in table("reports") if row["code"] == "report"] == ["1"]


def test_hand_overs_do_not_give_away_how_many_matters_were_forwarded(cast):
    for _ in range(6):
        cast.matter()
    for _ in range(6):
        cast.sent()
    plain = public_figures(DAY)
    assert plain.table("matters").cells["forwarded"] == 6
    assert plain.table("hand_overs").total == 6
    cast.in_plenary()
    found = public_figures(DAY)
    assert found.table("matters").cells["examined"] is None
    assert found.table("matters").cells["forwarded"] is None
    assert found.table("hand_overs").total is None
    assert found.table("hand_overs").cells["sent"] is None


def test_what_comes_after_the_date_is_not_counted(cast):
    for _ in range(5):
        cast.report()
    assert public_figures(DAY).table("reports").total == 5
    assert public_figures(date(2024, 11, 21)).table("reports").total == 0


def test_a_matter_that_was_not_proven_is_in_no_figure(cast):
    for _ in range(6):
        cast.matter()
    cleared = Matter.objects.order_by("pk").first()
    assert cleared is not None
    Matter.objects.filter(pk=cleared.pk).update(outcome=Outcome.NOT_PROVEN)
    found = public_figures(DAY)
    assert found.table("matters").total == 5
    assert found.table("acts").cells == {"like": 5}


def test_the_page_and_the_csv_hold_the_same_numbers(cast):
    for _ in range(7):
        cast.report()
    shown = [cell.text_content() for cell in page().xpath("//figure[@id='reports']//tbody//td")]
    assert shown == [row["value"] for row in table("reports")]
    assert "7" in shown
    assert {row["as_of"] for row in table("reports")} == {"2024-11-22"}


def test_no_name_and_no_word_of_a_report_leaves(cast):
    for _ in range(6):
        cast.matter()
    text = page().text_content() + "".join(
        Client().get(f"/id/statistik/{name}.csv").content.decode() for name in ("reports", "nil_reports")
    )
    assert "laporan" in text
    for secret in (NAME, REPORTER["name"], WORDS, "Lapangan Contoh", "Kelurahan Contoh", cast.bawaslu.name):
        assert secret not in text


def test_every_table_carries_its_date_and_its_download(cast):
    for _ in range(6):
        cast.matter()
    figures = page("en").xpath("//figure")
    assert len(figures) >= 2
    for figure in figures:
        assert "22 November 2024" in figure.text_content()
        link = figure.xpath(".//a/@href")[0]
        assert Client().get(link).headers["Content-Type"].startswith("text/csv")


def test_a_table_that_does_not_exist_is_not_found():
    assert Client().get("/id/statistik/persons.csv").status_code == 404


def test_every_state_of_a_matter_belongs_to_one_group():
    grouped = [state for states in GROUPS.values() for state in states]
    assert sorted(grouped) == sorted(State)


@given(st.lists(st.integers(min_value=0, max_value=30), min_size=1, max_size=8))
def test_no_small_cell_can_be_computed_from_the_others(counts):
    """Where one cell alone is withheld, total minus the rest would give it away."""
    found = suppress("t", {str(place): count for place, count in enumerate(counts)})
    assert all(value == 0 or value >= SMALLEST for value in found.cells.values() if value is not None)
    hidden = [code for code, value in found.cells.items() if value is None]
    if found.total is not None and any(0 < count < SMALLEST for count in counts):
        others = [count for count in counts if count >= SMALLEST]
        assert not others or (len(hidden) >= 2 and sum(counts[int(code)] for code in hidden) >= SMALLEST)


@given(st.lists(st.sampled_from([0, 5, 9, 40]), min_size=1, max_size=8))
def test_large_cells_are_all_shown(counts):
    found = suppress("t", {str(place): count for place, count in enumerate(counts)})
    assert list(found.cells.values()) == counts
    assert found.total == sum(counts)
