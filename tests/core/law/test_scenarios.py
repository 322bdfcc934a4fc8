"""Runs ``tests/scenarios/law/*.yaml``, which lawyers write: facts and what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.core.law import Rulebook, decide, load_rulebook, parse_facts
from sinetra.core.law.words import ActCode

FOLDER = Path(__file__).parents[2] / "scenarios" / "law"
STATUSES = ("met", "open", "excepted", "displaced", "out_of_time")
KEYS = {"name", "facts", "outcome", "tracks", "stage", "sanction", "body", "due", "prison", "elections", "text"}
KEYS |= {"next_questions", "conflicts", *STATUSES}


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_lines(inner) for key, inner in value.items() if key != yamlfile.LINE}
    return [_without_lines(inner) for inner in value] if isinstance(value, list) else value


def _scenarios() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for item in yamlfile.read(path):
            yield pytest.param(_without_lines(item), id=f"{path.stem}:{item[yamlfile.LINE]} {item['name']}")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


def _seen(found: dict[str, Any]) -> dict[str, Any]:
    """The decision in the words of a scenario."""
    findings = {item["rule"]: item for item in found["findings"]}
    seen: dict[str, Any] = {name: found[name] for name in ("outcome", "tracks", "next_questions")}
    seen["stage"] = found["stage"] and found["stage"]["code"]
    seen["conflicts"] = [item["id"] for item in found["conflicts"]]
    seen["text"] = found["text"]["id"]
    for status in STATUSES:
        seen[status] = sorted(item["rule"] for item in found["findings"] if item["status"] == status)
    seen["sanction"] = {
        rule: item["sanction"].get("classes", [item["sanction"]["class"]])
        for rule, item in findings.items()
        if item["sanction"]
    }
    seen["prison"] = {
        rule: item["sanction"]["prison_months"]
        for rule, item in findings.items()
        if item["sanction"] and "prison_months" in item["sanction"]
    }
    seen["body"] = {
        rule: [item["body"][key] for key in ("receives", "forwards_to", "decides")]
        for rule, item in findings.items()
        if item["body"]
    }
    seen["due"] = {line["rule"]: line["due"] for item in findings.values() for line in item["deadlines"]}
    seen["elections"] = {rule: item["election"] for rule, item in findings.items()}
    return seen


@pytest.mark.parametrize("scenario", list(_scenarios()))
def test_the_decision_is_what_the_scenario_expects(scenario: dict[str, Any], rulebook: Rulebook) -> None:
    assert set(scenario) <= KEYS, "a misspelt key would compare nothing"
    seen = _seen(decide(rulebook, parse_facts(scenario["facts"])).to_json())
    for key, expected in scenario.items():
        if key in {"name", "facts"}:
            continue
        if key in {"sanction", "body", "due", "prison", "elections"}:
            assert {name: seen[key].get(name) for name in expected} == expected, key
        elif key == "text":
            assert expected in seen[key]
        elif key in {*STATUSES, "conflicts"}:
            assert sorted(seen[key]) == sorted(expected), key
        else:
            assert seen[key] == expected, key


def test_there_are_at_least_forty_scenarios() -> None:
    assert len(list(_scenarios())) >= 40


def test_every_act_is_asked_for_by_a_norm_but_sympathy(rulebook: Rulebook) -> None:
    asked: set[str] = set()
    for norm in rulebook.norms:
        for version in norm.versions:
            asked |= {value for item in version.when if item.field == "act.code" for value in item.values}
    assert set(ActCode) - asked == {ActCode.PARTY_SYMPATHISER}
