"""``sinetra deadline``: every rule that the contract names, and every key of its answer."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from tests.cli.conftest import Run

RULES = (
    *("pilkada.filing", "pilkada.study", "pilkada.study_extended", "pemilu.filing", "pemilu.study"),
    *("pemilu.study_extended", "sbt.verification", "sbt.bawaslu_study", "pp94.summons", "pp94.delivery"),
    *("pp94.effect", "pp94.objection", "ppk.follow_up"),
)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_contract_answers_with_every_key(sinetra: Run, rule: str) -> None:
    done = sinetra("deadline", rule, "--from", "2024-11-20", "--json")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    keys = ("rule", "due", "due_at", "readings", "day_type", "explanation", "source", "confidence", "calendar_version")
    assert set(keys) <= set(found)
    assert found["rule"] == rule
    assert found["day_type"] in {"calendar", "working"}
    assert found["confidence"] in {"terverifikasi", "pers", "perlu-cek"}
    due = date.fromisoformat(found["due"])
    at = datetime.fromisoformat(found["due_at"])
    assert due > date(2024, 11, 20)
    assert at.date() == due
    assert at.utcoffset() is not None
    assert {"joint_leave_skipped", "joint_leave_counted"} <= set(found["readings"])
    assert found["explanation"][0].startswith("mulai 2024-11-20")
    assert found["source"]


@pytest.mark.parametrize(
    ("rule", "start", "due"),
    [
        ("pilkada.filing", "2024-10-28", "2024-11-04"),
        ("pilkada.study", "2024-10-28", "2024-10-31"),
        ("pilkada.study_extended", "2024-10-28", "2024-11-02"),
        ("pp94.summons", "2024-11-20", "2024-12-02"),
    ],
)
def test_the_day_is_counted_by_hand(sinetra: Run, rule: str, start: str, due: str) -> None:
    assert json.loads(sinetra("deadline", rule, "--from", start, "--json").out)["due"] == due


def test_the_zone_is_that_of_the_region(sinetra: Run) -> None:
    for region, offset in (("32.79", "+07:00"), ("63.72", "+08:00"), ("91", "+09:00")):
        done = sinetra("deadline", "pilkada.filing", "--from", "2024-10-28", "--region", region, "--json")
        assert json.loads(done.out)["due_at"].endswith(offset)
