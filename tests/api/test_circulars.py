"""Circulars for machines: published ones only, with norms, law changes and supersession, and nobody's statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sinetra.apps.prevention.demo.circulars import load_circulars
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.core.ids import uuid7

pytestmark = pytest.mark.django_db
URL = "/api/v1/circulars"


@pytest.fixture
def circulars(city: None) -> None:
    load_circulars()


def test_published_circulars_come_with_their_norms_and_drafts_do_not(circulars: None) -> None:
    found = Client().get(URL).json()
    assert found["next"] is None
    newer, older = found["circulars"]
    assert (newer["number"], older["number"]) == ("002/SE/XI/2024", "001/SE/X/2024")
    assert (newer["law_changed"], older["law_changed"]) == (False, True)
    assert older["law_changed_on"] == "2024-10-30"
    assert "skb2022.pd-12" in newer["norms"]


def test_one_has_its_text_with_confidence_and_no_name_of_a_reader(circulars: None) -> None:
    row = Circular.objects.get(number__startswith="002/")
    answer = Client().get(f"{URL}/{row.pk}")
    points = [point for section in answer.json()["sections"] for point in section["points"]]
    assert {source["confidence"] for point in points for source in point["sources"]} <= {
        "terverifikasi",
        "pers",
        "perlu-cek",
    }
    name = CircularReceipt.objects.exclude(name="")[0].name
    assert name not in answer.content.decode()


def test_a_draft_and_one_that_is_none_are_not_found(circulars: None) -> None:
    draft = Circular.objects.get(state="draft")
    for key in (draft.pk, "01a221fe-47e5-7d88-9f6b-9c44fa3dd5a3"):
        assert Client().get(f"{URL}/{key}").status_code == 404


def test_only_those_in_force_when_asked(circulars: None) -> None:
    Circular.objects.filter(number__startswith="001/").update(state="withdrawn")
    assert len(Client().get(URL).json()["circulars"]) == 2
    assert len(Client().get(URL, {"in_force": "true"}).json()["circulars"]) == 1


def test_supersession_is_said_both_ways_and_a_draft_successor_is_not(circulars: None) -> None:
    newer, older = (Circular.objects.get(number__startswith=start) for start in ("002/", "001/"))
    Circular.objects.filter(pk=newer.pk).update(supersedes=older)
    Circular.objects.filter(state="draft").update(supersedes=newer)
    found = {item["id"]: item for item in Client().get(URL).json()["circulars"]}
    assert found[str(older.pk)]["superseded_by"] == str(newer.pk)
    assert (found[str(newer.pk)]["supersedes"], found[str(newer.pk)]["superseded_by"]) == (str(older.pk), None)
    assert Client().get(f"{URL}/{older.pk}").json()["superseded_by"] == str(newer.pk)


def test_a_page_of_many_asks_the_database_as_often_as_one_of_few(
    circulars: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    with CaptureQueriesContext(connection) as two:
        Client().get(URL)
    row = Circular.objects.get(number__startswith="001/")
    for number in range(10):
        row.pk, row.number, row.number_key, row._state.adding = uuid7(), f"{number}/SE", "", True
        row.save()
    with django_assert_num_queries(len(two)):
        assert len(Client().get(URL).json()["circulars"]) == 12


def test_a_page_mark_that_is_not_of_this_list_is_bad_input(circulars: None) -> None:
    answer = Client().get(URL, {"after": "x"})
    assert (answer.status_code, answer.json()["field"]) == (422, "after")
    assert "Set-Cookie" not in answer.headers
