"""Every norm has a scenario in which it is met, one for each exception, and the days before and of each edge."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import Decision, Finding, Rulebook, decide, load_rulebook, parse_facts
from sinetra.core.law.model import Norm
from sinetra.core.law.words import Status

sys.path.insert(0, str(Path(__file__).parent))
from test_scenarios import _scenarios

# ethics.yaml and discipline.yaml are not held to this yet.
FILES = ("criminal.yaml", "election_administration.yaml", "other_law.yaml")
# Stages begin with the first timetable: no scenario can reach a norm of an election before it.
FIRST_TIMETABLE = date(2017, 8, 17)
_ONE_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def decisions(rulebook: Rulebook) -> list[tuple[date | None, Decision]]:
    found = []
    for case in _scenarios():
        facts = parse_facts(case.values[0]["facts"])
        found.append((facts.act_date, decide(rulebook, facts, include_all=True)))
    return found


def _covered(rulebook: Rulebook) -> list[Norm]:
    return [norm for norm in rulebook.norms if norm.path.name in FILES]


def _fails_by_date_alone(finding: Finding) -> bool:
    return [item.fact for item in finding.because if item.holds is False] == ["act_date"]


def _gaps(norms: Iterable[Norm], rulebook: Rulebook, decisions: list[tuple[date | None, Decision]]) -> list[str]:
    met, excepted, days = set(), set(), set()
    for day, decision in decisions:
        for item in decision.findings:
            if item.status is Status.MET:
                met.add(item.norm.id)
            if item.status is Status.EXCEPTED:
                excepted |= {(item.norm.id, inner.id) for inner in item.exceptions if inner.status is Status.MET}
            if item.status is Status.MET or _fails_by_date_alone(item):
                days.add((item.norm.id, day))
    gaps = []
    for norm in norms:
        if norm.id not in met:
            gaps.append(f"{norm.id}: never met")
        for version in norm.versions:
            gaps += [f"{norm.id}: {item.id}" for item in version.unless if (norm.id, item.id) not in excepted]
            start, end = version.period.start, version.period.end
            for edge in (start, None if end is None else end + _ONE_DAY):
                if edge is None or (norm.id in rulebook.by_election and edge < FIRST_TIMETABLE):
                    continue
                gaps += [f"{norm.id}: {day}" for day in (edge - _ONE_DAY, edge) if (norm.id, day) not in days]
    return gaps


def test_every_norm_exception_and_edge_of_a_version_has_its_scenario(
    rulebook: Rulebook, decisions: list[tuple[date | None, Decision]]
) -> None:
    assert _gaps(_covered(rulebook), rulebook, decisions) == []


def test_a_norm_without_a_scenario_is_found(rulebook: Rulebook, decisions: list[tuple[date | None, Decision]]) -> None:
    known = rulebook.norm("tni.39")
    version = known.versions[0]
    moved = replace(version, period=replace(version.period, start=date(2001, 2, 3)))
    stranger = replace(known, id="tni.invented", versions=(moved,))
    assert _gaps([stranger], rulebook, decisions) == [
        "tni.invented: never met",
        "tni.invented: no_side",
        "tni.invented: on_duty",
        "tni.invented: 2001-02-02",
        "tni.invented: 2001-02-03",
    ]
