"""Who is PPK (kepegawaian) on a day and why, through leave, acting heads and conflicts: ``tests/scenarios/heads``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from authority_cast import AUTHORITY
from head_scenarios import Scenarios, everything_said, seen

from sinetra.core.casework.deciding import deciding

SCENARIOS = Scenarios()


@pytest.mark.parametrize("row", SCENARIOS.rows, ids=[row["name"] for row in SCENARIOS.rows])
def test_each_scenario_has_its_answer_with_every_step_and_explains_itself(row: dict[str, Any]) -> None:
    assert SCENARIOS.unknown_names(row) == set()
    government = SCENARIOS.government(row["facts"], row.get("level", "city"))
    province = SCENARIOS.government(row["above"], "province") if "above" in row else None
    found = deciding(government, SCENARIOS.matter(row), AUTHORITY, above=lambda: province)
    assert seen(row, government, found) == row["expected"]
    for step in found.appointing.steps:
        for language in ("id", "en"):
            assert step.render(language)
            assert "%(" not in step.render(language)
    assert all(ground.source.id and ground.source.en and ground.confidence for ground in everything_said(found))


def test_the_table_has_leave_acting_heads_conflicts_and_what_is_not_known() -> None:
    answers = [row["expected"] for row in SCENARIOS.rows]
    assert len(answers) >= 12
    assert {answer["sure"] for answer in answers} == {"settled", "open", "contested", "unknown"}
    assert {answer["kind"] for answer in answers} == {"definitive", "plt", "plh", "pjs", "pj", None}
    assert {answer.get("proposed") for answer in answers} == {None, "governor", "mendagri"}


def test_a_changed_fact_changes_the_answer() -> None:
    """The table would notice: without the leave the deputy is nobody's Plt."""
    row = next(row for row in SCENARIOS.rows if row["name"].startswith("first day of the leave"))
    less = [name for name in row["facts"] if name != "mayor on leave"]
    government = SCENARIOS.government(less)
    found = deciding(government, SCENARIOS.matter(row), AUTHORITY)
    assert seen(row, government, found) != row["expected"]
    assert found.appointing.steps[0].ground.id == "leave_not_recorded"
