"""The banner goes only when the index beats last cycle's rate and the number of reports."""

from __future__ import annotations

import random

import pytest
from scipy import stats

from sinetra.core.index.validation import (
    Reason,
    Verdict,
    auc,
    mean_ranks,
    recall,
    spearman,
    validate,
    validation_json,
)

CODES = [f"{n:02d}" for n in range(30)]
LATER = {code: float(n) for n, code in enumerate(CODES)}


def noisy(amount: float, seed: int) -> dict[str, float]:
    rng = random.Random(seed)
    return {code: rate + rng.uniform(-amount, amount) for code, rate in LATER.items()}


def test_an_index_that_foresees_better_than_both_is_validated():
    found = validate(noisy(2, 1), LATER, noisy(30, 2), noisy(40, 3))
    assert (found.verdict, found.reason, found.number, found.top) == (Verdict.VALIDATED, None, 30, 6)
    assert found.index.spearman is not None
    assert found.index.spearman > 0.95


@pytest.mark.parametrize("rival", ["last_rate", "reports"])
def test_one_that_a_rival_beats_is_not(rival: str):
    given = {"last_rate": noisy(40, 2), "reports": noisy(40, 3)} | {rival: noisy(1, 4)}
    found = validate(noisy(25, 1), LATER, **given)
    assert (found.verdict, found.reason) == (Verdict.NOT_YET, Reason.NOT_BETTER)


def test_last_cycles_rate_itself_does_not_beat_itself():
    last = noisy(10, 2)
    assert validate(last, LATER, last, noisy(40, 3)).reason is Reason.NOT_BETTER


def test_few_units_and_no_outcome_are_no_validation():
    few = {code: LATER[code] for code in CODES[:19]}
    assert validate(few, few, noisy(30, 2), noisy(40, 3)).reason is Reason.TOO_FEW
    none = dict.fromkeys(CODES, 0.0)
    assert validate(LATER, none, LATER, LATER).reason is Reason.NO_OUTCOME
    empty = validation_json(validate({}, {}, {}, {}))
    assert (empty["verdict"], empty["reason"], empty["number"]) == ("belum tervalidasi", "no_outcome", 0)


def test_only_units_of_which_all_is_known_are_compared():
    assert validate(LATER, LATER, dict.fromkeys(CODES[:25], 1.0), dict.fromkeys(CODES[3:], 1.0)).number == 22


def test_an_index_that_follows_diligent_reporters_is_exposed():
    reports = noisy(100, 9)
    biased, honest = (validate(scores, LATER, noisy(30, 2), reports).effort for scores in (reports, LATER))
    assert biased == pytest.approx(1)
    assert honest is not None
    assert honest < 0.5


def test_the_measures_are_those_of_scipy():
    rng = random.Random(5)
    for _ in range(20):
        a, b = ([float(rng.randint(0, 12)) for _ in range(40)] for _ in range(2))
        assert mean_ranks(a) == stats.rankdata(a).tolist()
        assert spearman(a, b) == pytest.approx(stats.spearmanr(a, b).statistic)
        worst = frozenset(rng.sample(range(40), 8))
        inside = [a[n] for n in worst]
        outside = [a[n] for n in range(40) if n not in worst]
        assert auc(a, worst) == pytest.approx(stats.mannwhitneyu(inside, outside).statistic / (8 * 32))


def test_recall_shares_tied_places():
    assert recall([3, 2, 2, 1], frozenset({0, 1}), 2) == 0.75
    assert recall([3, 2, 1, 0], frozenset({0, 1}), 2) == 1
    assert recall([0, 1, 2, 3], frozenset({0, 1}), 2) == 0
