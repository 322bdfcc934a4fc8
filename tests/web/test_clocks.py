"""A deadline on a page: dates in words and the law in the language of the page; machines keep ISO."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from sinetra.apps.registry.counting import Counting
from sinetra.apps.reports.law_clock import Due, due
from sinetra.web.clocks import due_clock, moment_words


@pytest.fixture
def study() -> Due:
    found = due("pemilu.study", date(2023, 12, 20), region=None)
    assert found is not None
    return Due.of(found.kept())


def test_the_steps_of_a_deadline_say_their_dates_in_words(study: Due) -> None:
    with translation.override("id"):
        shown = due_clock(study, date(2023, 12, 21))
    assert any("25 Desember 2023" in line for line in shown.explanation)
    assert shown.source == "UU 7/2017 pasal 454 ayat (7)"
    assert not [line for line in shown.explanation if "2023-12" in line]


def test_an_english_page_has_english_months_and_citations(study: Due) -> None:
    with translation.override("en"):
        shown = due_clock(study, date(2023, 12, 21))
    assert any("25 December 2023" in line for line in shown.explanation)
    assert shown.source == "UU 7/2017 article 454 paragraph (7)"
    assert any("article 454 paragraph (7)" in line for line in shown.explanation)
    assert not [line for line in shown.explanation if "pasal" in line or "ayat" in line]


def test_machines_keep_iso(study: Due) -> None:
    lines = study.explanation()
    assert any("2023-12-25" in line for line in lines)
    assert not [line for line in lines if "Desember" in line]


def test_an_instant_has_its_time_of_day() -> None:
    instant = datetime(2024, 11, 20, 14, 30, tzinfo=UTC)
    assert moment_words(instant, "id") == "20 November 2024, 14.30"
    assert moment_words(instant, "en") == "20 November 2024, 14:30"
    assert moment_words(instant.date(), "en") == "20 November 2024"


def test_the_hour_is_told_in_the_zone_in_which_it_was_counted(study: Due) -> None:
    assert due_clock(study, date(2023, 12, 21)).zone == "WIB"
    of_the_east = due("pemilu.study", date(2023, 12, 20), region="91.71")
    assert of_the_east is not None
    assert due_clock(Due.of(of_the_east.kept()), date(2023, 12, 21)).zone == "WIT"
    of_an_office = due("pemilu.study", date(2023, 12, 20), region="91.71", counting=Counting(zone="WITA"))
    assert of_an_office is not None
    assert due_clock(Due.of(of_an_office.kept()), date(2023, 12, 21)).zone == "WITA"
