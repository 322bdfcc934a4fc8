"""The rulebook for machines: the norms of a day by filter, one norm in full, what changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.law.words import SubjectStatus


def get(address: str, expected: int = 200, **query: str) -> Any:
    answer = Client().get(f"/api/v1/law/{address}", query)
    assert answer.status_code == expected, answer.content
    return answer.json()


def test_the_norms_of_a_day_are_filtered_by_status_act_and_track():
    every = {norm["id"] for norm in get("norms", on="2024-11-22")["norms"]}
    for name, value in (("status", "tni"), ("act", "vote"), ("track", "criminal"), ("position", "executor")):
        found = {norm["id"] for norm in get("norms", on="2024-11-22", **{name: value})["norms"]}
        assert found
        assert found < every
    tracks = {norm["track"] for norm in get("norms", on="2024-11-22", track="criminal")["norms"]}
    assert tracks == {"criminal"}


def test_a_norm_has_the_conflicts_that_name_it_and_those_about_its_act_and_no_others():
    found = {item["id"] for item in get("norms/pp94.n-1")["conflicts"]}
    assert {"no-penalty-level", "passive-attendance"} <= found
    assert "spouse-leave" not in found


@pytest.mark.parametrize("name", ["status", "position", "act", "track"])
def test_a_value_that_is_not_known_is_named_with_those_that_are(name):
    problem = get("norms", 422, on="2024-11-22", **{name: "xyz"})
    assert problem["field"] == name
    assert problem["accepted"]
    assert "xyz" in problem["detail"]
    if name == "status":
        assert problem["accepted"] == list(SubjectStatus)


@pytest.mark.parametrize("day", ["2024-13-01", "besok", ""])
def test_a_day_that_is_none_is_named_with_one_that_would_do(day):
    problem = get("norms", 422, on=day)
    assert problem["field"] == "on"
    assert problem["accepted"] == ["2024-11-22"]


def test_every_norm_has_an_address_with_all_its_versions_articles_and_bodies():
    book = rulebook()
    for norm in book.norms:
        found = get(f"norms/{norm.id}")
        assert [version["opened_by"] for version in found["versions"]] == [
            version.source_event for version in norm.versions
        ]
        assert len(found["citations"]) == len(norm.citations)
        assert [body["decides"] for body in found["bodies"]] == [route.decides for route in norm.routes]
        for name in found["displaces"]:
            assert norm.id in get(f"norms/{name}")["displaced_by"]
    assert any(get(f"norms/{norm.id}")["displaces"] for norm in book.norms)


def test_a_norm_that_does_not_exist_is_not_found():
    assert get("norms/tidak.ada", 404)["code"] == "norm"


def test_what_changed_names_the_day_the_event_and_the_lines():
    found = get("changes", **{"from": "2024-08-23", "to": "2024-08-24"})["changes"]
    assert found
    for change in found:
        assert (change["day"], change["kind"]) == ("2024-08-24", "changed")
        assert change["lines"][0]["before"]["forwards_to"] == "kasn"
        assert change["lines"][0]["after"]["forwards_to"] == "bkn"
    assert get("changes", **{"from": "2024-08-24", "to": "2024-08-25"})["changes"] == []


def test_a_span_that_runs_backwards_or_has_no_end_is_refused_by_name():
    assert get("changes", 422, **{"from": "2024-08-24", "to": "2024-08-23"})["field"] == "to"
    assert get("changes", 422, **{"from": "2024-08-24"})["field"] == "to"
    assert get("changes", 422, **{"from": "kemarin", "to": "2024-08-23"})["accepted"] == ["2024-11-22"]
