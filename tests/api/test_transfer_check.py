"""``POST /api/v1/transfer-check``: the same rules as the command; nothing is stored."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db

TRANSFER = {
    "effective_on": "2024-11-08",
    "region": "17.71",
    "election": "pilkada_2024",
    "position": "administrator",
    "official_kind": "definitive",
    "permit": {"number": "1", "date": "2024-11-11"},
}


def post(client, body):
    return client.post("/api/v1/transfer-check", body, content_type="application/json")


def test_a_transfer_gets_its_verdict_its_windows_and_its_reasons(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = post(client, TRANSFER)
    assert answer.status_code == 200
    found = answer.json()
    assert found["verdict"] == "forbidden"
    assert [window["id"] for window in found["windows"]] == [
        "before_determination",
        "after_inauguration",
        "acting_head",
    ]
    assert found["explanation"]
    assert "Set-Cookie" not in answer.headers


def test_a_list_gives_a_list_in_the_same_order(client):
    in_time = TRANSFER | {"permit": {"date": "2024-11-07"}}
    found = post(client, [TRANSFER, in_time, TRANSFER | {"permit": None}]).json()
    assert [item["verdict"] for item in found] == ["forbidden", "allowed", "needs_permit"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (TRANSFER | {"official_kind": "bupati"}, "official_kind"),
        (TRANSFER | {"nama": "x"}, "nama"),
        ([TRANSFER, TRANSFER | {"election": "pilkada_2030"}], "[1].election"),
        ([TRANSFER] * 101, "transfer"),
    ],
)
def test_bad_input_names_the_field(client, body, field):
    answer = post(client, body)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["field"] == field


def test_other_methods_are_refused(client):
    assert client.get("/api/v1/transfer-check").status_code == 405
