"""Deadlines for machines: the shape of the command, every choice of the page, problem JSON for what cannot be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from sinetra.apps.base.catalogue import clock
from sinetra.cli.main import main


def get(address: str, expected: int = 200, **query: str) -> Any:
    answer = Client().get(f"/api/v1/{address}", query)
    assert answer.status_code == expected, answer.content
    assert "Set-Cookie" not in answer.headers
    return answer.json()


def test_the_answer_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "pp94.summons", "--from", "2024-11-20", "--region", "63.72", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert get("deadlines/pp94.summons", **{"from": "2024-11-20", "region": "63.72"}) == told


@pytest.mark.parametrize(
    ("rule", "query", "due"),
    [
        ("pp94.summons", {"from": "2024-11-20"}, "2024-12-02"),
        ("pp94.summons", {"from": "2024-11-20", "as_of": "2024-11-20"}, "2024-11-29"),
        ("pp94.summons", {"from": "2024-11-21", "work_week": "6"}, "2024-11-30"),
        ("sbt.bawaslu_study", {"from": "2024-04-05", "joint_leave": "count"}, "2024-04-12"),
        ("ppk.follow_up", {"from": "2024-11-18", "length": "3"}, "2024-11-21"),
        # 23.30 WIB is 01.30 WIT on the next day.
        ("pilkada.filing", {"from": "2024-11-20T23:30+07:00"}, "2024-11-27"),
        ("pilkada.filing", {"from": "2024-11-20T23:30+07:00", "region": "91.71"}, "2024-11-28"),
        ("pilkada.filing", {"from": "2024-11-20T23:30+07:00", "zone": "WIT"}, "2024-11-28"),
        ("pilkada.consent_before_determination", {"from": "2024-09-22"}, "2024-03-22"),
    ],
)
def test_every_choice_changes_the_count_as_it_does_for_the_command(rule: str, query: dict[str, str], due: str) -> None:
    assert get(f"deadlines/{rule}", **query)["due"] == due


@pytest.mark.parametrize(
    ("rule", "query", "field"),
    [
        ("pilkada.xyz", {}, "rule"),
        ("pilkada.filing", {"from": "28-10-2024"}, "from"),
        ("pilkada.filing", {"from": "9999-12-30"}, "from"),
        ("pilkada.consent_after_inauguration", {"from": "9999-12-30"}, "from"),
        ("pilkada.criminal_referral", {}, "from"),
        ("pilkada.filing", {"region": "Jambi"}, "region"),
        ("pilkada.filing", {"zone": "GMT"}, "zone"),
        ("pilkada.filing", {"election": "x"}, "election"),
        ("pilkada.filing", {"work_week": "7"}, "work_week"),
        ("pilkada.filing", {"work_week": "x"}, "work_week"),
        ("pilkada.filing", {"joint_leave": "no"}, "joint_leave"),
        ("pilkada.filing", {"as_of": "now"}, "as_of"),
        ("pilkada.filing", {"length": "30"}, "length"),
    ],
)
def test_bad_input_names_its_field(rule: str, query: dict[str, str], field: str) -> None:
    problem = get(f"deadlines/{rule}", 422, **{"from": "2024-10-28", **query})
    assert problem["field"] == field


def test_all_rules_are_told_with_every_version_and_its_confidence() -> None:
    found = get("deadlines")
    assert {item["rule"] for item in found["rules"]} == set(clock().rules.ids)
    versions = [item for item in found["rules"] if item["rule"] == "pilkada.kpu_follow_up"]
    told = [(item["to"], item["confidence"]) for item in versions]
    assert told == [("2025-07-29", "terverifikasi"), (None, "perlu-cek")]
    assert found["calendar_version"] == clock().calendars.version
