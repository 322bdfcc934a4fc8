"""The arrays find what a plain loop finds, and what they sum up is right."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
from bench.index.plain import recompute as plainly
from bench.index.units import DAY, units

from sinetra.core.index.compute import compute, measured, records
from sinetra.core.index.draws import draw
from sinetra.core.index.levels import Level, level
from sinetra.core.index.normalising import by_normal, by_rank, mean_ranks, places
from sinetra.core.index.robustness import recompute, summed_up

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import METHOD, unit, with_values


@pytest.mark.parametrize(("number", "seed"), [(40, 1), (40, 2), (6, 3), (1, 4)])
def test_the_plain_loop_finds_the_same_numbers(number: int, seed: int):
    """Groups below ten keep their goalposts in both."""
    many = units(METHOD, regencies=number, provinces=0, seed=seed)
    assert {level(item) for item in many} == {Level.REGENCY}
    given = records(measured(many, METHOD, DAY), METHOD, DAY)
    draws = draw(METHOD, seed, 120)
    ours = recompute(given, range(len(given)), METHOD, draws)
    np.testing.assert_allclose(ours, np.array(plainly(given, METHOD, draws)), atol=1e-9)


def test_the_plain_loop_would_notice_a_wrong_weight():
    many = units(METHOD, regencies=12, provinces=0)
    given = records(measured(many, METHOD, DAY), METHOD, DAY)
    draws = draw(METHOD, 1, 20)
    moved = replace(draws, dimensions=draws.dimensions[:, ::-1].copy())
    differ = np.abs(recompute(given, range(12), METHOD, moved) - np.array(plainly(given, METHOD, draws)))
    assert differ.max() > 1


def test_every_perturbation_is_drawn_and_every_one_moves_the_index():
    draws = draw(METHOD, 1, 2000)
    for name, values in (("normalisation", 3), ("aggregation", 3), ("half_life", 3), ("pooled", 2), ("left_out", 14)):
        assert len(np.unique(getattr(draws, name))) == values, name
    assert np.allclose(draws.dimensions.sum(axis=1), 1)
    assert np.allclose(draws.dimensions.mean(axis=0), [item.weight for item in METHOD.dimensions], atol=0.01)
    for column, weight in enumerate(METHOD.history.weights.values()):
        assert set(np.unique(draws.severities[:, column])) == {weight - 1, weight, weight + 1}
    assert (draws.indicators[np.arange(2000), draws.left_out] == 0).all()
    given = records(measured(units(METHOD, regencies=30, provinces=0), METHOD, DAY), METHOD, DAY)
    before = recompute(given, range(30), METHOD, draws)
    for field in fields(draws):
        held = replace(draws, **{field.name: getattr(draws, field.name)[::-1].copy()})
        moved = recompute(given, range(30), METHOD, held)
        # What is left out acts through its weight of 0.
        assert np.allclose(before, moved) is (field.name == "left_out"), field.name


def test_ranks_and_scores_of_equal_values_are_equal():
    x = np.array([[3.0, 1.0, 3.0, 2.0], [5.0, 5.0, 5.0, 5.0]])
    assert mean_ranks(x).tolist() == [[3.5, 1, 3.5, 2], [2.5] * 4]
    assert places(x).tolist() == [[1, 4, 1, 3], [1] * 4]
    assert by_rank(x)[1].tolist() == by_normal(x)[1].tolist() == [50] * 4
    assert by_normal(np.array([[7.0]])).tolist() == [[50]]
    assert by_normal(np.array([[-1.0, 0.0, 1.0]]))[0] == pytest.approx([15.8655, 50, 84.1345], abs=1e-4)


def test_zones_and_ranks_of_the_draws_are_counted():
    found = np.array([[33.0, 50.0, 80.0]] * 8 + [[66.004, 20.0, 10.0]] * 2)
    first, second, third = summed_up(found, [False, True, False], 33, 66)
    assert first.zones == (0.8, 0.2, 0)
    assert second.zones == (0, 1, 0)
    assert third.zones == (0.2, 0, 0.8)
    assert [(item.low, item.high, item.median) for item in (first, second, third)] == [(1, 3, 3), (2, 2, 2), (1, 3, 1)]


def test_a_close_zone_is_not_stable_and_a_clear_one_is():
    raised = {"stage": 1.0, "margin": 0.0, "incumbent": 1.0, "transfers": 5.0, "arrears": 0.4, "asn_share": 20.0}
    one = unit("99.71")
    close = replace(one, values=with_values(one, **raised))
    near, clear = compute([close, unit("99.72")], METHOD, day=DAY, seed=1).units
    assert near.score is not None
    assert 25 < near.score < 33
    assert 0.2 < near.p_zone[near.zone] < 0.8
    assert (near.stable, clear.stable) == (False, True)


def test_a_method_of_one_indicator_has_nothing_to_leave_out():
    one = METHOD.dimensions[3]
    single = replace(one, weight=1.0, indicators=(replace(one.indicators[0], weight=1.0),))
    found = compute([unit(amounts={"exposed_posts": 0.1})], replace(METHOD, dimensions=(single,)), day=DAY, seed=1)
    assert found.units[0].score == 50
    assert found.units[0].p_zone["yellow"] == 1
