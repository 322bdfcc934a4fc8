"""``POST /api/v1/decide`` and the norms of a date: the same engine as the page and the command."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db

LIKE = {
    "act_date": "2024-11-20",
    "region": "63.72",
    "election": "pilkada_2024",
    "subject": {"status": "pns"},
    "act": {"code": "like", "target": "candidate"},
}


def post(client, body, address="/api/v1/decide"):
    return client.post(address, body, content_type="application/json")


def test_an_act_gets_its_outcome_and_its_findings(client):
    answer = post(client, LIKE)
    assert answer.status_code == 200
    decision = answer.json()
    assert decision["outcome"] in {"violation", "undetermined"}
    assert decision["stage"]["code"] == "campaign"
    assert decision["findings"]
    assert "Set-Cookie" not in answer.headers


def test_a_list_gives_a_list_in_the_same_order(client):
    vote = LIKE | {"act": {"code": "vote"}}
    outcomes = [item["outcome"] for item in post(client, [vote, LIKE]).json()]
    assert outcomes[0] == "permitted"
    assert outcomes[1] != "permitted"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"act": {"code": "likes"}}, "act.code"),
        ({"act_date": "20 November"}, "act_date"),
        ({"subjek": {}}, "subjek"),
    ],
)
def test_bad_input_names_the_field_and_what_is_accepted(client, change, field):
    answer = post(client, LIKE | change)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["field"] == field
    assert problem["code"]
    assert problem["accepted"]


@pytest.mark.parametrize(
    ("change", "field", "indonesian", "english"),
    [
        ({"known_date": "2024-11-19"}, "known_date", "mendahului act_date", "is before act_date"),
        ({"subject": {"status": "pns", "acting_kind": "plt"}}, "subject.acting_kind", "hanya ada bila", "only when"),
        ({"region": "32.73", "election": "psu_banjarbaru_2025"}, "region", "yang ada di sana", "it has:"),
        ({"subject": {"status": "hansip"}}, "subject.status", "tidak dikenal", "unknown value"),
    ],
)
def test_what_contradicts_itself_is_told_in_the_language_the_program_asks_for(
    client, change, field, indonesian, english
):
    for language, words in (("", indonesian), ("id", indonesian), ("en-GB, id;q=0.5", english)):
        answer = client.post("/api/v1/decide", LIKE | change, "application/json", headers={"Accept-Language": language})
        assert (answer.status_code, answer.json()["field"]) == (422, field)
        assert words in answer.json()["detail"]
        assert answer.json()["accepted"]
        assert answer.headers["Content-Language"] == (language[:2] or "id")
        assert "Accept-Language" in answer.headers["Vary"]


def test_one_bad_item_of_a_list_is_named_by_its_place(client):
    answer = post(client, [LIKE, LIKE | {"act": {"code": "likes"}}])
    assert answer.status_code == 422
    assert answer.json()["field"].startswith("[1]")


def test_twenty_acts_are_decided_and_one_more_is_refused(client):
    assert len(post(client, [LIKE] * 20).json()) == 20
    answer = post(client, [LIKE] * 21)
    assert answer.status_code == 422
    assert answer.json()["field"] == "facts"
    assert "20" in answer.json()["detail"]


def test_norms_of_a_date(client):
    old = {norm["id"] for norm in client.get("/api/v1/law/norms?on=2019-03-01").json()["norms"]}
    new = {norm["id"] for norm in client.get("/api/v1/law/norms?on=2024-11-20").json()["norms"]}
    assert old
    assert new
    assert old != new


def test_a_wrong_date_is_bad_input(client):
    answer = client.get("/api/v1/law/norms?on=besok")
    assert answer.status_code == 422
    assert answer.json()["field"] == "on"
