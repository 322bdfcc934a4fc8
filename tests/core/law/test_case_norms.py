"""Which real cases stand on the page of which norm."""

from __future__ import annotations

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import Rulebook, decide, load_rulebook
from sinetra.core.law.case_norms import cases_by_norm
from sinetra.core.law.case_reader import load_cases
from sinetra.core.law.cases import RealCase
from sinetra.core.law.words import Status


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def cases(rulebook: Rulebook) -> tuple[RealCase, ...]:
    return load_cases(ROOT, rulebook.instruments)


def test_a_case_stands_with_each_norm_that_its_facts_meet_on_every_day(rulebook, cases):
    by_norm = cases_by_norm(rulebook, cases)
    shown = {(item.case.id, norm) for norm, items in by_norm.items() for item in items if item.status is Status.MET}
    expected = set()
    for case in cases:
        days = [
            {item.norm.id for facts in acts for item in decide(rulebook, facts).findings if item.status is Status.MET}
            for acts in case.moments
        ]
        expected |= {(case.id, norm) for norm in set.intersection(*days)}
    assert expected
    assert shown == expected


def test_no_case_stands_with_a_norm_that_it_does_not_touch(rulebook, cases):
    [first, *_] = cases
    touched = {item.norm.id for acts in first.moments for facts in acts for item in decide(rulebook, facts).findings}
    assert set(cases_by_norm(rulebook, [first])) <= touched
    assert cases_by_norm(rulebook, []) == {}
