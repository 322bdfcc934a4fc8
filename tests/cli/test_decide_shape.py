"""``sinetra decide --json`` has every key of the contract with its type and its closed values."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tests.cli.conftest import Run

ACTS = [
    "like",
    "comment",
    "share",
    "follow_join_group",
    "post_media",
    "photo_with_candidate",
    "hand_sign",
    "uniform_or_attribute",
    "attend_declaration",
    "attend_campaign",
    "campaign_participation",
    "campaign_team",
    "banner_billboard",
    "invite_vote",
    "mobilise_asn",
    "partisan_activity",
    "money_politics",
    "support_letter_ktp",
    "decision_benefit",
    "use_state_facility",
    "use_state_programme",
    "official_transfer",
    "approach_party",
    "run_for_office",
    "party_member",
    "party_sympathiser",
    "spouse_support",
    "partisanship_general",
    "intimidation",
    "hate_speech_hoax",
    "conflict_of_interest",
    "private_opinion",
    "vote",
    "attend_passively",
]
STATUSES = [
    "pns",
    "cpns",
    "pppk",
    "pppk_part_time",
    "non_asn",
    "tni",
    "polri",
    "village_head",
    "village_official",
    "village_council",
    "state_official",
    "regional_head",
    "acting_regional_head",
    "soe_official",
    "election_official",
    "none",
]
OUTCOMES = {"violation", "undetermined", "permitted", "no_violation"}
TRACKS = {"ethics", "discipline", "criminal", "election_administration", "other_law"}
FOUND = {"met", "open", "excepted", "displaced", "out_of_time", "not_met"}
CONFIDENCE = {"terverifikasi", "pers", "perlu-cek"}
SANCTIONS = {
    *("moral_closed", "moral_open", "discipline_light", "discipline_medium", "discipline_heavy"),
    *("dismissal_dishonourable", "criminal", "candidacy_cancelled", "administrative", "employer_rule", "none"),
}
BODIES = {
    *("bawaslu", "kpu", "bkn", "kasn", "ppk", "gakkumdu", "court", "dkpp", "mendagri", "menpanrb", "governor"),
    *("regional_head", "regional_legislature", "employer", "tni", "polri", "inspectorate", "president"),
}
STAGES = {
    *("before_window", "six_months_before_determination", "before_determination", "after_determination", "campaign"),
    *("quiet_period", "voting_day", "after_voting", "after_inauguration", "no_election"),
}
DAYS = ("2019-03-20", "2020-10-15", "2024-01-20", "2024-03-21", "2024-09-05", "2024-10-30", "2024-11-25", "2026-02-02")


def _norms(given: list[dict[str, Any]]) -> None:
    for norm in given:
        assert isinstance(norm["instrument"], str)
        assert isinstance(norm["article"], str)
        assert norm["confidence"] in CONFIDENCE
        assert norm["in_force"] in (True, False, None)


def _sanction(given: dict[str, Any]) -> None:
    assert given["class"] in SANCTIONS
    assert set(given.get("classes", [])) <= SANCTIONS
    assert isinstance(given.get("options", []), list)
    for name in ("prison_months", "fine_idr"):
        if name in given:
            low, high = given[name]
            assert 0 <= low < high


def _check(found: dict[str, Any]) -> None:
    assert found["outcome"] in OUTCOMES
    assert set(found["tracks"]) <= TRACKS
    assert set(found["tracks"].values()) <= OUTCOMES
    if found["stage"] is not None:
        assert found["stage"]["code"] in STAGES
        assert found["stage"]["source"]
        for end in ("from", "to"):
            assert found["stage"][end] is None or date.fromisoformat(found["stage"][end])
    for item in found["findings"]:
        assert item["track"] in TRACKS
        assert item["status"] in FOUND
        assert ("by" in item) == (item["status"] == "displaced") or item.get("by") is None
        assert item["norms"]
        _norms(item["norms"])
        if item["sanction"] is not None:
            _sanction(item["sanction"])
        if item["body"] is not None:
            assert set(item["body"].values()) <= BODIES
            assert set(item["body"]) == {"receives", "forwards_to", "decides"}
        for due in item["deadlines"]:
            assert due["due"] is None or date.fromisoformat(due["due"])
            assert due["explanation"]
        assert all({"condition", "fact", "value"} <= set(line) for line in item["because"])
        assert bool(item["needs"]) == (item["status"] == "open")
        for exception in item["exceptions"]:
            assert exception["status"] in {"met", "open", "not_met"}
            _norms(exception["norms"])
    for dispute in found["conflicts"]:
        assert dispute["topic"]
        assert all(line["reading"] and line["source"] for line in dispute["readings"])
    assert found["text"]["id"]
    assert found["text"]["en"]
    shown = {item["status"] for item in found["findings"] if item.get("kind") != "permission"}
    assert (found["outcome"] == "violation") == ("met" in shown)
    assert (found["outcome"] == "undetermined") <= ("open" in shown)


@pytest.fixture(scope="module")
def every_pair() -> list[dict[str, Any]]:
    pairs = [(status, code) for status in STATUSES for code in ACTS]
    return [
        {"act_date": DAYS[index % len(DAYS)], "subject": {"status": status}, "act": {"code": code}}
        for index, (status, code) in enumerate(pairs)
    ]


def test_every_status_with_every_act_has_the_shape_of_the_contract(
    sinetra: Run, every_pair: list[dict[str, Any]]
) -> None:
    done = sinetra("decide", "-", "--json", given=json.dumps(every_pair).encode(), timeout=120)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert len(found) == len(every_pair)
    for decision in found:
        _check(decision)
        assert "not_met" not in {item["status"] for item in decision["findings"]}
    assert {decision["outcome"] for decision in found} == OUTCOMES


def test_all_adds_what_is_not_met_with_the_condition_that_failed(sinetra: Run) -> None:
    facts = {"act_date": "2024-10-28", "subject": {"status": "pns"}, "act": {"code": "like", "target": "candidate"}}
    decision = json.loads(sinetra("decide", "-", "--json", "--all", given=json.dumps(facts).encode()).out)
    _check(decision)
    missed = [item for item in decision["findings"] if item["status"] == "not_met"]
    assert missed
    assert all(any(line["holds"] is False for line in item["because"]) for item in missed)


def test_one_object_gives_one_object_and_a_list_a_list_in_order(sinetra: Run) -> None:
    pns = {"subject": {"status": "pns"}, "act_date": "2024-10-28"}
    acts = [{**pns, "act": {"code": code, "target": "candidate"}} for code in ("vote", "like")]
    done = json.loads(sinetra("decide", "-", "--json", given=json.dumps(acts).encode()).out)
    assert [item["outcome"] for item in done] == ["permitted", "violation"]
    assert json.loads(sinetra("decide", "-", "--json", given=b"[]").out) == []
    assert isinstance(json.loads(sinetra("decide", "-", "--json", given=b"{}").out), dict)


def test_nothing_known_is_undetermined_and_asks_first_what_decides_most(sinetra: Run) -> None:
    decision = json.loads(sinetra("decide", "-", "--json", given=b"{}").out)
    _check(decision)
    assert decision["outcome"] == "undetermined"
    assert decision["next_questions"][:3] == ["act_date", "act.code", "subject.status"]
