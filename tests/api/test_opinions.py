"""The library for machines: published opinions only, with law date, articles and confidence, and no name."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.models import Opinion
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db
URL = "/api/v1/opinions"


@pytest.fixture
def advice(city: None) -> None:
    load_advice(ROOT / "samples" / "cendana.yaml")


def test_published_opinions_come_with_their_law_and_drafts_do_not(advice: None):
    found = Client().get(URL).json()
    assert found["next"] is None
    (one,) = found["opinions"]
    assert one["law_date"] == "2024-11-15" and one["law_changed"] is False
    assert one["norms"][0]["citations"][0]["confidence"] in {"terverifikasi", "pers", "perlu-cek"}
    author = Opinion.objects.get(state="published").written_by.name
    assert author not in Client().get(URL).content.decode()


def test_an_opinion_whose_law_changed_says_so_with_the_day(advice: None):
    Opinion.objects.filter(state="published").update(law_date=date(2023, 6, 1))
    (one,) = Client().get(URL).json()["opinions"]
    assert (one["law_changed"], one["law_changed_on"]) == (True, "2023-10-31")


def test_words_narrow_the_list(advice: None):
    assert len(Client().get(URL, {"q": "foto"}).json()["opinions"]) == 1
    assert Client().get(URL, {"q": "zebra"}).json()["opinions"] == []


def test_a_page_mark_that_is_not_of_this_list_is_bad_input(advice: None):
    answer = Client().get(URL, {"after": "x"})
    assert (answer.status_code, answer.json()["field"]) == (422, "after")
    assert "Set-Cookie" not in answer.headers
