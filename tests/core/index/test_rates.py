"""Small numbers are drawn to the mean of their group, and old decisions fade."""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path

import pytest

from sinetra.core.index.compute import rates_of
from sinetra.core.index.inputs import Severity
from sinetra.core.index.rates import aged, reference, weight_of
from sinetra.core.index.validation import spearman

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import DAY, METHOD, event, unit


@pytest.mark.parametrize(("on", "left"), [(DAY, 1), (date(2020, 11, 26), 0.5), (date(2016, 11, 26), 0.25)])
def test_half_is_left_after_four_years(on: date, left: float):
    assert aged(event(Severity.LIGHT, on), DAY, 4) == pytest.approx(left, abs=1e-9)


def test_severities_weigh_as_the_configuration_says():
    many = [event(severity) for severity in Severity]
    assert weight_of(many, METHOD.history.weights, DAY, 4) == 1 + 2 + 3 + 5


def test_two_units_by_hand():
    """m = 4/2 = 2; v = (1·(4-2)² + 1·(0-2)²)/2 - 2·2/2 = 4 - 2 = 2; α = 2, β = 1."""
    among = reference([(4, 1), (0, 1)])
    assert (among.mean, among.variance) == (2, 2)
    assert (among.estimate(4, 1), among.estimate(0, 1)) == (3, 1)


def test_rates_that_differ_no_more_than_chance_are_all_the_mean():
    among = reference([(1, 1), (2, 1), (1, 1)])
    assert among.variance == 0
    assert among.estimate(2, 1) == among.estimate(0, 1) == among.mean


def test_nothing_anywhere_is_a_rate_of_zero():
    among = reference([(0, 1), (0, 2)])
    assert among.estimate(0, 1) == 0


def test_without_staff_or_record_there_is_no_rate():
    many = [unit("99.71", staff=None), unit("99.72", events=None), unit("99.73")]
    assert set(rates_of(many, METHOD, DAY)) == {"99.73"}


def test_smoothing_comes_nearer_to_the_truth_than_the_plain_rate():
    """Planted rates, small units: the estimate ranks them better, and errs less at the top."""
    rng = random.Random(7)
    truth, pairs = [], []
    for _ in range(300):
        thousands = rng.choice((0.1, 0.2, 0.5, 2, 8))
        rate = rng.gammavariate(2, 0.5)
        count = sum(rng.random() < rate * thousands / 400 for _ in range(400))
        truth.append(rate)
        pairs.append((float(count), thousands))
    among = reference(pairs)
    smooth = [among.estimate(*pair) for pair in pairs]
    plain = [weight / thousands for weight, thousands in pairs]
    better, worse = spearman(smooth, truth), spearman(plain, truth)
    assert better is not None
    assert worse is not None
    assert better > worse + 0.03
    assert max(abs(a - b) for a, b in zip(smooth, truth, strict=True)) < max(
        abs(a - b) for a, b in zip(plain, truth, strict=True)
    )
