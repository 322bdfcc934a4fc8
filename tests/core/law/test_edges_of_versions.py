"""Each edge of a version has a scenario on its day and on the day before, norm by norm.

That every norm is met and every exception taken is in ``test_catalogue_complete.py``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import Finding, Rulebook, decide, load_rulebook, parse_facts
from sinetra.core.law.model import Norm
from sinetra.core.law.words import Status

sys.path.insert(0, str(Path(__file__).parent))
from test_scenarios import _scenarios

# On the edges of the lists for civil servants no election has a stage that they ask for.
FILES = ("criminal.yaml", "criminal_pemilu.yaml", "election_administration.yaml", "other_law.yaml", "villages.yaml")
# Stages begin with the first timetable: no scenario can reach a norm of an election before it.
FIRST_TIMETABLE = date(2017, 8, 17)
_ONE_DAY = timedelta(days=1)
Tried = set[tuple[str, date | None]]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def tried(rulebook: Rulebook) -> Tried:
    """(norm, day) on which the norm is met, or is not met because of the day alone."""
    found: Tried = set()
    for case in _scenarios():
        facts = parse_facts(case.values[0]["facts"])
        for item in decide(rulebook, facts, include_all=True).findings:
            if item.status is Status.MET or _fails_by_date_alone(item):
                found.add((item.norm.id, facts.act_date))
    return found


def _fails_by_date_alone(finding: Finding) -> bool:
    return [item.fact for item in finding.because if item.holds is False] == ["act_date"]


def _gaps(norms: Iterable[Norm], rulebook: Rulebook, tried: Tried) -> list[str]:
    gaps = []
    for norm in norms:
        for version in norm.versions:
            start, end = version.period.start, version.period.end
            for edge in (start, None if end is None else end + _ONE_DAY):
                if edge is None or (norm.id in rulebook.by_election and edge < FIRST_TIMETABLE):
                    continue
                gaps += [f"{norm.id}: {day}" for day in (edge - _ONE_DAY, edge) if (norm.id, day) not in tried]
    return gaps


def test_every_edge_of_a_version_has_its_two_scenarios(rulebook: Rulebook, tried: Tried) -> None:
    assert _gaps([norm for norm in rulebook.norms if norm.path.name in FILES], rulebook, tried) == []


def test_an_edge_without_a_scenario_is_found(rulebook: Rulebook, tried: Tried) -> None:
    known = rulebook.norm("tni.39")
    version = known.versions[0]
    moved = replace(known, versions=(replace(version, period=replace(version.period, start=date(2001, 2, 3))),))
    assert _gaps([moved], rulebook, tried) == ["tni.39: 2001-02-02", "tni.39: 2001-02-03"]
