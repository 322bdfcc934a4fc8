"""Every figure of a test against scipy, which the program itself does not use."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from sinetra.core.prevention.item_analysis import item_figures
from sinetra.core.prevention.student_t import t_quantile, upper_tail
from sinetra.core.prevention.understanding import ENOUGH, gain, group, welch

scores = st.integers(0, 20).map(lambda right: right * 5.0)
several_pairs = st.lists(st.tuples(scores, scores), min_size=ENOUGH, max_size=60)
several = st.lists(scores, min_size=ENOUGH, max_size=60)


@pytest.mark.parametrize("probability", [0.55, 0.9, 0.95, 0.975, 0.995, 0.9999])
@pytest.mark.parametrize("df", [*range(1, 61), 100, 365, 1000, 2500, 5000, 9999, 10_000, 1.5, 7.25, 123.456])
def test_the_quantile_of_t_is_that_of_scipy_to_nine_digits(df: float, probability: float):
    assert math.isclose(t_quantile(probability, df), stats.t.ppf(probability, df), rel_tol=1e-9)


@given(st.floats(1, 10_000), st.floats(0, 50))
def test_the_tail_of_t_is_that_of_scipy(df: float, t: float):
    assert math.isclose(upper_tail(t, df), stats.t.sf(t, df), rel_tol=1e-9, abs_tol=1e-300)


@given(st.floats(0.001, 0.999), st.floats(1, 500))
def test_the_quantile_is_where_the_tail_begins_and_turns_at_the_middle(probability: float, df: float):
    assert math.isclose(t_quantile(probability, df), -t_quantile(1 - probability, df), rel_tol=1e-6, abs_tol=1e-9)
    if probability > 0.5:
        assert math.isclose(upper_tail(t_quantile(probability, df), df), 1 - probability, rel_tol=1e-9)


@pytest.mark.parametrize(("probability", "df"), [(0.0, 3), (1.0, 3), (0.5, 0), (0.5, -1)])
def test_what_has_no_quantile_is_an_error(probability: float, df: float):
    with pytest.raises(ValueError, match="no quantile"):
        t_quantile(probability, df)


@given(several_pairs)
def test_the_gain_and_its_interval_are_those_of_the_paired_t_test(pairs: list[tuple[float, float]]):
    before, after = np.array(pairs).T
    assume(np.ptp(after - before) > 0)
    found = gain(pairs)
    assert found is not None
    told = stats.ttest_rel(after, before)
    low, high = told.confidence_interval(0.95)
    assert math.isclose(found.gain.mean, float(np.mean(after - before)), abs_tol=1e-9)
    assert math.isclose(found.gain.low, low, rel_tol=1e-9, abs_tol=1e-9)
    assert math.isclose(found.gain.high, high, rel_tol=1e-9, abs_tol=1e-9)
    # The effect size of paired samples is the statistic without the root of n.
    assert found.d_z is not None
    assert math.isclose(found.d_z, told.statistic / math.sqrt(len(pairs)), rel_tol=1e-9, abs_tol=1e-12)


@given(several_pairs)
def test_the_other_effect_size_and_the_means_are_those_of_numpy(pairs: list[tuple[float, float]]):
    before, after = np.array(pairs).T
    found = gain(pairs)
    assert found is not None
    assert math.isclose(found.before.mean, before.mean(), abs_tol=1e-9)
    assert math.isclose(found.after.sd, after.std(ddof=1), abs_tol=1e-9)
    spread = (before.std(ddof=1) + after.std(ddof=1)) / 2
    if spread > 0:
        assert found.d_av is not None
        assert math.isclose(found.d_av, (after.mean() - before.mean()) / spread, rel_tol=1e-9, abs_tol=1e-12)
    else:
        assert found.d_av is None


@given(several_pairs)
def test_the_normalised_gain_is_of_what_was_left_to_learn(pairs: list[tuple[float, float]]):
    found = gain(pairs)
    assert found is not None
    full = [one for one, _ in pairs if one == 100]
    singles = [(other - one) / (100 - one) for one, other in pairs if one < 100]
    assert found.undefined == len(full)
    assert (found.single_hake is None) is (not singles)
    if singles:
        assert found.single_hake is not None and math.isclose(found.single_hake, np.mean(singles), abs_tol=1e-9)
        assert found.hake is not None
        assert math.isclose(found.hake, found.gain.mean / (100 - found.before.mean), rel_tol=1e-9, abs_tol=1e-12)


def test_who_all_had_everything_right_before_have_no_normalised_gain():
    found = gain([(100.0, 100.0)] * 4 + [(100.0, 80.0)])
    assert found is not None
    assert (found.hake, found.single_hake, found.undefined) == (None, None, 5)


def test_the_same_gain_for_everybody_has_an_interval_without_width_and_no_effect_size():
    found = gain([(40.0, 60.0), (50.0, 70.0), (60.0, 80.0), (20.0, 40.0), (30.0, 50.0)])
    assert found is not None
    assert (found.gain.low, found.gain.mean, found.gain.high, found.d_z) == (20, 20, 20, None)
    assert found.d_av is not None


@given(several_pairs)
def test_before_and_after_exchanged_turn_the_sign(pairs: list[tuple[float, float]]):
    there, back = gain(pairs), gain([(other, one) for one, other in pairs])
    assert there is not None and back is not None
    assert math.isclose(there.gain.low, -back.gain.high, abs_tol=1e-9)
    assert math.isclose(there.gain.mean, -back.gain.mean, abs_tol=1e-9)


@given(several_pairs)
def test_the_order_of_participants_changes_nothing(pairs: list[tuple[float, float]]):
    one, other = gain(pairs), gain(pairs[::-1])
    assert one is not None and other is not None
    assert math.isclose(one.gain.high, other.gain.high, abs_tol=1e-9)


@pytest.mark.parametrize("n", range(ENOUGH))
def test_too_few_pairs_give_no_number(n: int):
    assert gain([(40.0, 60.0)] * n) is None


def test_and_one_more_gives_one():
    assert gain([(40.0, 60.0)] * ENOUGH) is not None


@given(several, several)
def test_two_groups_differ_as_in_welchs_test(first: list[float], second: list[float]):
    assume(np.ptp(first) > 0 or np.ptp(second) > 0)
    found = welch(group(first), group(second))
    assert found is not None
    low, high = stats.ttest_ind(second, first, equal_var=False).confidence_interval(0.95)
    assert math.isclose(found.low, low, rel_tol=1e-8, abs_tol=1e-8)
    assert math.isclose(found.high, high, rel_tol=1e-8, abs_tol=1e-8)


def test_small_groups_are_not_compared():
    assert welch(group([50.0] * 4), group([60.0] * 9)) is None
    assert welch(group([50.0] * 9), group([60.0] * 9)) is not None


def test_a_question_discriminates_as_its_correlation_with_the_rest():
    random = np.random.default_rng(7)
    names = list("abcdef")
    sheets = [{name: bool(random.random() < 0.3 + 0.1 * at % 0.7) for name in names} for at in range(40)]
    for item in item_figures(sheets, []):
        one = [float(sheet[item.question]) for sheet in sheets]
        rest = [np.mean([sheet[name] for name in names if name != item.question]) for sheet in sheets]
        assert item.discrimination == pytest.approx(stats.pearsonr(one, rest).statistic, rel=1e-9)
        assert item.discrimination == pytest.approx(stats.pointbiserialr(one, rest).statistic, rel=1e-9)
        assert item.p_before == pytest.approx(np.mean(one))


def test_a_question_that_everybody_learnt_does_not_seem_to_discriminate():
    """Before all wrong, after all right: within a moment nothing differs, so there is no correlation."""
    before = [{"a": False, "b": at % 2 == 0, "c": False} for at in range(10)]
    after = [{"a": True, "b": at % 2 == 0, "c": True} for at in range(10)]
    found = {item.question: item for item in item_figures(before, after)}
    assert found["a"].discrimination is None
    assert (found["a"].p_before, found["a"].p_after) == (0.0, 1.0)


def test_a_question_with_few_answers_has_no_share():
    item = item_figures([{"a": True, "b": False}] * 4, [{"a": True, "b": False}] * 5)[0]
    assert (item.n_before, item.p_before, item.n_after, item.p_after) == (4, None, 5, 1.0)
