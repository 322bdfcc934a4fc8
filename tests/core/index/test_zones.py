"""Zones are fixed, rules lift and never lower them, and too little known is grey."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sinetra.core.index.compute import compute
from sinetra.core.index.inputs import Kind, Severity, Unit
from sinetra.core.index.result import Placed, Zone
from sinetra.core.index.zones import zone_of

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import DAY, GIVEN, METHOD, event, unit, with_values


def placed(one: Unit, *others: Unit) -> Placed:
    return compute([one, *others], METHOD, day=DAY, seed=1, draws=60).units[0]


@pytest.mark.parametrize(
    ("score", "zone"), [(0, "green"), (33, "green"), (33.01, "yellow"), (66, "yellow"), (66.01, "red"), (100, "red")]
)
def test_the_bands_are_those_of_2019(score: float, zone: str):
    assert zone_of(score, METHOD.zones) == zone


def test_a_unit_of_which_all_is_known_and_good_is_green_and_surely_so():
    found = placed(unit())
    assert (found.score, found.zone, found.overrides, found.missing) == (0, Zone.GREEN, (), ())
    assert (found.completeness, found.stable, found.interval) == (1, True, (0, 0))
    assert found.p_zone == {Zone.GREEN: 1, Zone.YELLOW: 0, Zone.RED: 0, Zone.GREY: 0}


def test_a_unit_where_all_is_wrong_is_red():
    worst = {item.id: item.high for item in METHOD.indicators if item.id in GIVEN}
    found = placed(
        unit(
            amounts=worst,
            coverage=0.0,
            has_channel=False,
            open_cases=1,
            overdue=1,
            events=tuple(event(Severity.HEAVY) for _ in range(9)),
        )
    )
    assert (found.score, found.zone, found.overrides) == (100, Zone.RED, ())


HEAVY = {"events": (event(Severity.HEAVY, date(2020, 1, 1)),), "staff": 50_000}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (HEAVY, "heavy_case"),
        ({"overdue": 1, "open_cases": 2}, "overdue"),
        ({"open_cases": 3}, "open_cases"),
        ({"coverage": 0.49}, "hollow_green"),
        ({"has_channel": False}, "hollow_green"),
        ({"coverage": None}, "unproven_green"),
        ({"has_channel": None}, "unproven_green"),
    ],
)
def test_a_rule_lifts_green_to_yellow_and_says_so(change: dict[str, Any], rule: str):
    found = placed(unit(**change))
    assert found.score is not None
    assert found.score <= 33
    assert (found.zone, found.overrides) == (Zone.YELLOW, (rule,))
    assert found.p_zone[Zone.GREEN] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"events": (event(Severity.HEAVY, date(2019, 11, 26)),), "staff": 50_000},
        {"events": (event(Severity.MEDIUM),), "staff": 50_000},
        {"open_cases": 2},
        {"coverage": 0.5},
        # With a case on record, silence is not what makes it green.
        {"coverage": 0.49, "open_cases": 1},
    ],
)
def test_what_is_just_short_of_a_rule_stays_green(change: dict[str, Any]):
    found = placed(unit(**change))
    assert (found.zone, found.overrides) == (Zone.GREEN, ())


def test_a_rule_lowers_no_zone_and_is_not_named_where_it_changed_nothing():
    amounts = {item.id: item.high for item in METHOD.indicators if item.id in GIVEN}
    found = placed(unit(amounts=amounts, open_cases=5))
    assert found.score is not None
    assert (found.zone, found.overrides) == (zone_of(found.score, METHOD.zones), ())
    assert found.zone is not Zone.GREEN


def test_below_two_thirds_of_the_weight_the_zone_is_grey_and_says_what_is_missing():
    one = unit()
    for name in ("incumbent", "transfers", "arrears", "exposed_posts"):
        one = replace(one, values=with_values(one, **{name: None}))
    edge = placed(one)
    assert edge.completeness == pytest.approx(1 - 0.3 * 3 / 4 - 0.2 / 3, abs=1e-4)
    assert edge.zone is Zone.GREEN
    less = placed(replace(one, values=with_values(one, asn_share=None)))
    assert less.completeness < 2 / 3
    assert (less.zone, less.score, less.rank, less.overrides) == (Zone.GREY, None, None, ())
    assert less.missing == ("incumbent", "transfers", "arrears", "exposed_posts", "asn_share")
    assert less.interval
    assert less.p_zone[Zone.GREY] == 1
    assert not less.stable


def test_exactly_two_thirds_are_enough():
    """Three of each four indicators and two of each three would be other shares, so dimensions of three alone."""
    dimensions = [item for item in METHOD.dimensions if len(item.indicators) == 3]
    thirds = replace(METHOD, dimensions=tuple(replace(item, weight=0.5) for item in dimensions))
    one = unit(amounts={"exposed_posts": 0, "asn_share": 0}, overdue=None, open_cases=None)
    found = compute([one], thirds, day=DAY, seed=1, draws=10).units[0]
    assert found.completeness == pytest.approx(2 / 3, abs=1e-4)
    assert found.zone is not Zone.GREY


def test_a_village_has_no_history_and_does_not_miss_it():
    found = placed(unit("99.71.01.1001", events=None))
    assert (found.group, found.completeness, found.missing) == ("village", 1, ())


def test_units_are_ranked_among_their_own_level():
    one = unit("99.71", amounts={item.id: item.high for item in METHOD.indicators if item.id in GIVEN})
    found = compute(
        [one, unit("99.72"), unit("99.71.01"), unit("D-1", kind=Kind.OFFICE)], METHOD, day=DAY, seed=1, draws=60
    )
    assert [item.group for item in found.units] == ["regency", "regency", "district", "office"]
    assert [item.rank for item in found.units] == [(1, 1), (2, 2), (1, 1), (1, 1)]


def test_one_dimension_far_above_the_others_is_called_unbalanced():
    contest = {"stage": 1.0, "margin": 0.0, "asn_candidates": 2.0, "social_media": 5.0}
    one = unit()
    found = placed(replace(one, values=with_values(one, **contest)))
    assert found.score == 25
    assert found.geometric == pytest.approx(100**0.25, abs=0.02)
    assert found.unbalanced
    assert not placed(unit()).unbalanced


def test_the_effect_of_prevention_stays_out_of_the_score():
    contest = {"stage": 1.0, "margin": 0.0, "asn_candidates": 2.0, "social_media": 5.0}
    one = unit()
    found = placed(replace(one, values=with_values(one, **contest)))
    assert (found.score, found.residual) == (25, 17.5)
