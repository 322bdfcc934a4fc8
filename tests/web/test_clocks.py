"""A deadline on a page: dates in words and the law in the language of the page; machines keep ISO."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from lxml import html

from sinetra.apps.registry.counting import Counting
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.law_clock import Due, due
from sinetra.web.clocks import due_clock, moment_words
from sinetra.web.format import day_text


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


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "start", "place"),
    [
        ("pemilu.study", date(2023, 12, 20), {"region": "99.71"}),
        ("pilkada.filing", date(2024, 11, 20), {"region": "99.71", "election": "pilkada_2024"}),
        ("pp94.summons", date(2024, 11, 21), {"region": None, "counting": Counting(zone="WIT", work_week=6)}),
        ("ppk.follow_up", date(2024, 11, 18), {"region": None, "counting": Counting(lengths={"ppk.follow_up": 10})}),
        ("pilkada.criminal_referral", datetime(2024, 11, 20, 14, 30, tzinfo=UTC), {"region": "99.71"}),
    ],
)
def test_anybody_who_counts_it_again_comes_to_the_same(
    client: Client, rule: str, start: date, place: dict[str, Any]
) -> None:
    Region.objects.create(code="99.71", name="Kota Cendana", search_name="cendana", level="city", edition="uji")
    found = due(rule, start, **place)
    assert found is not None
    shown = due_clock(Due.of(found.kept()), date(2024, 11, 22))
    page = client.get(shown.url).content.decode()
    assert day_text(shown.due, "id") in page
    tree = html.document_fromstring(page)
    lines = [item.text_content() for item in tree.xpath("//article//ol/li")]
    assert lines == list(shown.explanation)
